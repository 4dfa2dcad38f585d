package cn.ecogate.adapter.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.ecogate.adapter.api.TagText.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scanned texts, and what they look like. */
class TagTextTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("扫到的文本按外形分类")
  @CsvSource({
    // the environmental list's QR code
    "http://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E08214, VIN, LFWSRXSJ0N1E08214",
    "https://ds.vecc.org.cn/a/b/lfwsrxsj0n1e08214/, VIN, LFWSRXSJ0N1E08214",
    "HTTP://VECC.ORG.CN/VIN/LFWSRXSJ0N1E08214, VIN, LFWSRXSJ0N1E08214",
    "http://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E08214?from=list, VIN, LFWSRXSJ0N1E08214",
    // somebody else's
    "http://vecc.org.cn.evil.example/vin/LFWSRXSJ0N1E08214, OPAQUE, http://vecc.org.cn.evil.example/vin/LFWSRXSJ0N1E08214",
    "http://evilvecc.org.cn/vin/LFWSRXSJ0N1E08214, OPAQUE, http://evilvecc.org.cn/vin/LFWSRXSJ0N1E08214",
    "ftp://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E08214, OPAQUE, ftp://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E08214",
    "http://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E0821, OPAQUE, http://xxgk.vecc.org.cn/vin/LFWSRXSJ0N1E0821",
    // bare numbers of 17 places
    "LFWSRXSJ0N1E08214, VIN, LFWSRXSJ0N1E08214",
    "lfwsrxsj0n1e08214, VIN, LFWSRXSJ0N1E08214",
    "LFWSRXSJXN1E08214, VIN, LFWSRXSJXN1E08214",
    "LXGN0065ANA012345, PIN, LXGN0065ANA012345",
    "*CLG00855HKNL12345*, PIN, CLG00855HKNL12345",
    "*LFWSRXSJ0N1E08214*, PIN, LFWSRXSJ0N1E08214",
    "LFWSRXSJ0N1EO8214, PIN, LFWSRXSJ0N1EO8214",
    // disclosure numbers
    "CNFJG300001122334455ABCD, DISCLOSURE, CNFJG300001122334455ABCD",
    "CN FJ G4 00 LL01 010203 000001, DISCLOSURE, CNFJG400LL01010203000001",
    "CNFJG500001122334455ABCD, REGISTRATION, CNFJG500001122334455ABCD",
    // radio tags
    "E28011606000020D1A2B3C4D, EPC, E28011606000020D1A2B3C4D",
    "e2 80 11 60 60 00 02 0d 1a 2b 3c 4d, EPC, E28011606000020D1A2B3C4D",
    // registration codes have no form of the whole country
    "3-豫A00123, REGISTRATION, 3-豫A00123",
    "AB12, REGISTRATION, AB12",
    // anything else
    "6901234567892, OPAQUE, 6901234567892",
    "装载机, OPAQUE, 装载机",
    "A1, OPAQUE, A1",
    "hello world, OPAQUE, hello world",
  })
  void text(String scanned, Kind kind, String value) {
    assertThat(TagText.of(scanned)).isEqualTo(new TagText(kind, value));
  }
}
