package cn.ecogate.vocabulary;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list that is read by key, newest first.
 *
 * @param rows at most as many as were asked for
 * @param next opaque cursor of the following page, empty at the end
 */
public record Slice<T>(List<T> rows, Optional<String> next) {

  public Slice {
    rows = List.copyOf(rows);
  }
}
