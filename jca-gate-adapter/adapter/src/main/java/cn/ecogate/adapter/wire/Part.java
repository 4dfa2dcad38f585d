package cn.ecogate.adapter.wire;

import java.util.Locale;
import java.util.Map;

/** One part of a multipart stream: its headers (names in lower case) and its body. */
public record Part(Map<String, String> headers, byte[] body) {

  public Part {
    headers = Map.copyOf(headers);
  }

  /** Main type and subtype in lower case, without parameters; empty if not told. */
  public String type() {
    String told = headers.getOrDefault("content-type", "");
    int semicolon = told.indexOf(';');
    return (semicolon < 0 ? told : told.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
  }

  /** The file's name, else the field's name, else empty. */
  public String name() {
    String disposition = headers.getOrDefault("content-disposition", "");
    String file = HeaderText.parameter(disposition, "filename");
    return file.isEmpty() ? HeaderText.parameter(disposition, "name") : file;
  }

  /** By its type, or where that says nothing by its name. */
  boolean picture() {
    return type().startsWith("image/") || name().toLowerCase(Locale.ROOT).matches(".*\\.jpe?g");
  }

  @Override
  public String toString() {
    return type() + " " + name() + " (" + body.length + " bytes)";
  }
}
