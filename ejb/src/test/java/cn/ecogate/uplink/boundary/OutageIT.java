package cn.ecogate.uplink.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.ecogate.testing.RealDatabase;
import cn.ecogate.uplink.boundary.OutageStory.Flaw;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seventy-two hours of everything that goes wrong, for any seed: {@code -Doutage.seed=N} replays
 * one, {@code -Doutage.seeds=N} tries so many fresh ones.
 */
class OutageIT {

  @RegisterExtension static final RealDatabase database = new RealDatabase();

  private static final System.Logger LOG = System.getLogger(OutageIT.class.getName());

  @TempDir Path dataDir;

  @Test
  @DisplayName("七十二小时里样样出错：平台上一条不少、一条不重，页面上的数与平台自己数的一致")
  void nothingIsLostAndNothingIsDoubled() throws Exception {
    Long replayed = Long.getLong("outage.seed");
    Random fresh = new Random();
    int seeds = replayed == null ? Integer.getInteger("outage.seeds", 1) : 1;
    for (int i = 0; i < seeds; i++) {
      long seed = replayed == null ? fresh.nextInt(1_000_000) : replayed;
      LOG.log(System.Logger.Level.INFO, "Outage story of seed {0}", String.valueOf(seed));
      Map<String, Integer> happened = tell(seed, Flaw.NONE, "sound-" + i);
      LOG.log(
          System.Logger.Level.INFO, "Seed {0}: {1}", String.valueOf(seed), new TreeMap<>(happened));
      assertThat(happened).as("seed %d", seed).containsKeys("node killed", "platform off");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  @DisplayName("种下的错一定被抓住")
  void aPlantedFlawIsCaught(Flaw flaw) {
    assertThatThrownBy(() -> tell(7, flaw, flaw.name()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed 7: ");
  }

  private Map<String, Integer> tell(long seed, Flaw flaw, String place)
      throws SQLException, IOException {
    try (OutageStory story = new OutageStory(database, dataDir.resolve(place), seed, flaw)) {
      return story.tell();
    }
  }
}
