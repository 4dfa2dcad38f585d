package cn.ecogate.site.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("设备地址")
class DeviceAddressTest {

  private static final List<String> ALL = List.of("http", "https", "tcp", "serial");

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.64,            http://192.168.1.64:80",
    "http://192.168.1.64/,           http://192.168.1.64:80",
    "https://camera.plant.cn,        https://camera.plant.cn:443",
    "http://127.0.0.1:18101,         http://127.0.0.1:18101",
    "tcp://10.0.0.9:502,             tcp://10.0.0.9:502",
    "tcp://[fe80::1]:502,            tcp://[fe80::1]:502",
    "serial:/dev/ttyUSB0,            serial:/dev/ttyUSB0?baud=9600",
    "serial:/dev/ttyUSB0?baud=19200, serial:/dev/ttyUSB0?baud=19200",
    "serial:/dev/serial/by-id/usb-FTDI_FT232R-if00-port0, serial:/dev/serial/by-id/usb-FTDI_FT232R-if00-port0?baud=9600",
    "serial:COM3?baud=9600,          serial:COM3?baud=9600"
  })
  @DisplayName("同一条链路只有一种写法：端口和波特率都写明")
  void oneLinkHasOneSpelling(String written, String address) {
    assertThat(DeviceAddress.of(written, ALL)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.64",
        "192.168.1.64:80",
        "ftp://192.168.1.64",
        "tcp://192.168.1.64",
        "tcp://192.168.1.64:0",
        "tcp://192.168.1.64:70000",
        "http://admin:secret@192.168.1.64",
        "http://192.168.1.64/ISAPI",
        "http://192.168.1.64?channel=1",
        "http://",
        "http://a b",
        "serial:",
        "serial:ttyUSB0",
        "serial:/dev/ttyUSB0?parity=even",
        "serial:/dev/ttyUSB0?baud=fast"
      })
  @DisplayName("其他写法一律拒绝")
  void anythingElseIsRefused(String written) {
    assertThatIllegalArgumentException().isThrownBy(() -> DeviceAddress.of(written, ALL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"serial:/dev/ttyUSB0", "tcp://10.0.0.9:502"})
  @DisplayName("驱动不支持的链路，即使写法正确也拒绝")
  void aSchemeTheDriverDoesNotSpeakIsRefused(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeviceAddress.of(written, List.of("http")));
  }
}
