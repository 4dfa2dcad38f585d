package cn.ecogate.simulator.platform;

import java.util.function.Function;

/**
 * One POST as it came.
 *
 * @param headers the value of a header by its name, null if it was not sent
 */
record Asked(String endpoint, Function<String, String> headers, String text) {

  String header(String name) {
    String value = headers.apply(name);
    return value == null ? "" : value;
  }
}
