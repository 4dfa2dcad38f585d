package cn.ecogate.account.control;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.account.entity.AuditStory;
import cn.ecogate.ledger.entity.CanonicalText;
import cn.ecogate.ledger.entity.LedgerEntry;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An act is read as a person asks: who, from where, what was it before, what is it now. */
class AuditDiffTest {

  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

  @Test
  @DisplayName("改前、改后并排；没有的一侧为空；未变的不算改动")
  void laysBeforeBesideAfter() {
    AuditStory story =
        AuditDiff.of(
            entry(
                CanonicalText.of("ecogate audit 1")
                    .line("act", "vehicle-amended")
                    .line("before-plate", "云A12345")
                    .line("before-owner", "甲")
                    .line("after-plate", "云A12345")
                    .line("after-stage", "5")));
    assertThat(story.items())
        .containsExactly(
            new AuditStory.Item("plate", "云A12345", "云A12345"),
            new AuditStory.Item("owner", "甲", ""),
            new AuditStory.Item("stage", "", "5"));
    assertThat(story.items())
        .extracting(AuditStory.Item::changed)
        .containsExactly(false, true, true);
    assertThat(story.facts())
        .contains(new AuditStory.Fact("caller", "officer"), new AuditStory.Fact("from", "10.0.0.7"))
        .noneMatch(fact -> fact.name().startsWith("entry-"));
  }

  @Test
  @DisplayName("检索行：操作、何人、何处取自条目本身；设备自己的记录不算")
  void readsWhoAndFromWhere() {
    AuditReading read =
        AuditReading.of(entry(CanonicalText.of("ecogate audit 1").line("act", "a").line("by", "x")))
            .orElseThrow();
    assertThat(read).isEqualTo(new AuditReading("a", "officer", "10.0.0.7"));
    String byItself = CanonicalText.of("ecogate passage 1").closed("passage", "s", AT);
    assertThat(AuditReading.of(new LedgerEntry(1, "passage", "s", byItself, "", "", AT))).isEmpty();
    String old = CanonicalText.of("ecogate audit 1").line("user", "guard").closed("audit", "s", AT);
    assertThat(AuditReading.of(new LedgerEntry(1, "audit", "s", old, "", "", AT)))
        .contains(new AuditReading("audit", "guard", null));
  }

  private static LedgerEntry entry(CanonicalText text) {
    String closed =
        text.closed(Map.of("caller", "officer", "from", "10.0.0.7"), "audit", "vehicle:1", AT);
    return new LedgerEntry(7, "audit", "vehicle:1", closed, "", "", AT);
  }
}
