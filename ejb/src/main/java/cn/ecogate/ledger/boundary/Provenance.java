package cn.ecogate.ledger.boundary;

import java.util.Map;

/**
 * Whoever knows for whom this thread works and from where. Asked at every entry, so that no
 * recorder has to think of it and none can forget it.
 */
@FunctionalInterface
public interface Provenance {

  /**
   * Lines under the entry's own, in a fixed order: {@code caller}, {@code from}, {@code through};
   * none if the house acts by itself.
   */
  Map<String, String> lines();
}
