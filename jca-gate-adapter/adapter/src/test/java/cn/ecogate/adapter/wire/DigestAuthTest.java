package cn.ecogate.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers to digest challenges; the golden ones are RFC 7616's own examples. */
class DigestAuthTest {

  private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

  static Stream<String> cases() {
    return Frames.of("digest", ".txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsTheStandardDoes(String name) {
    List<String> lines = Frames.text("digest", name + ".txt").lines().toList();
    DigestAuth digest = DigestAuth.among(List.of(lines.get(0))).orElseThrow();

    assertThat(digest.answer("GET", "/dir/index.html", "Mufasa", "Circle of Life", CLIENT_NONCE))
        .contains("response=\"" + lines.get(1) + "\"")
        .contains("username=\"Mufasa\"")
        .contains("qop=auth, nc=00000001")
        .doesNotContain("Circle of Life");
  }

  @Test
  void prefersSha256() {
    DigestAuth digest =
        DigestAuth.among(
                List.of(
                    "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=MD5",
                    "Digest realm=\"r\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256",
                    "Basic realm=\"r\""))
            .orElseThrow();

    assertThat(digest.answer("GET", "/", "u", "p", "c")).contains("algorithm=SHA-256");
  }

  @Test
  void countsEveryUseOfANonce() {
    DigestAuth digest =
        DigestAuth.among(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\"")).orElseThrow();

    assertThat(digest.answer("GET", "/", "u", "p", "c")).contains("nc=00000001");
    assertThat(digest.answer("GET", "/", "u", "p", "c")).contains("nc=00000002");
  }

  @Test
  void answersAnOldServerThatKnowsNoQop() {
    // RFC 2617's example without qop: MD5(HA1:nonce:HA2), reckoned by another implementation.
    DigestAuth digest =
        DigestAuth.among(
                List.of(
                    "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\""))
            .orElseThrow();

    assertThat(digest.answer("GET", "/dir/index.html", "Mufasa", "Circle Of Life", "c"))
        .contains("response=\"670fd8c2df070c60b045671b8b24ff02\"")
        .doesNotContain("nc=");
  }

  @Test
  void knowsAStaleNonceFromAWrongPassword() {
    assertThat(DigestAuth.among(List.of("Digest realm=\"r\", nonce=\"n\", stale=TRUE")))
        .hasValueSatisfying(d -> assertThat(d.stale()).isTrue());
    assertThat(DigestAuth.among(List.of("Digest realm=\"r\", nonce=\"n\"")))
        .hasValueSatisfying(d -> assertThat(d.stale()).isFalse());
  }

  @Test
  void leavesAloneWhatItCannotAnswer() {
    assertThat(
            DigestAuth.among(
                List.of(
                    "Basic realm=\"r\"",
                    "Digest realm=\"r\", nonce=\"n\", algorithm=SHA-512-256",
                    "Digest realm=\"r\", nonce=\"n\", qop=\"auth-int\"",
                    "Digest realm=\"r\"")))
        .isEmpty();
  }
}
