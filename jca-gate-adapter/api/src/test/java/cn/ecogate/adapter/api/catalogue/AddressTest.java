package cn.ecogate.adapter.api.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("设备地址")
class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://192.168.1.64,            http://192.168.1.64:80",
    "http://192.168.1.64/,           http://192.168.1.64:80",
    "listen://0.0.0.0:8011,          listen://0.0.0.0:8011",
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
    assertThat(Address.read(written)).map(Address::text).hasValue(address);
    assertThat(Address.read(address)).isEqualTo(Address.read(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1.64",
        "192.168.1.64:80",
        "ftp://192.168.1.64",
        "https://192.168.1.64",
        "listen://0.0.0.0",
        "",
        "x",
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
    assertThat(Address.read(written)).isEmpty();
  }

  @Test
  @DisplayName("同一串口的两种波特率是同一条线路")
  void aSerialPortIsOneLineAtAnySpeed() {
    assertThat(Address.read("serial:/dev/ttyS0?baud=19200").orElseThrow().line())
        .isEqualTo(Address.read("serial:/dev/ttyS0").orElseThrow().line());
  }
}
