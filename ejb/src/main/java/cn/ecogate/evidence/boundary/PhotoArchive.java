package cn.ecogate.evidence.boundary;

import cn.ecogate.evidence.entity.Caption;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Photos by the SHA-256 of their bytes, below {@code <data-dir>/photos}; an original is never
 * changed.
 */
@ApplicationScoped
public class PhotoArchive {

  /**
   * Stores the bytes if they are new and returns their digest, lower-case hex. Throws
   * UncheckedIOException.
   */
  public String keep(byte[] photo) {
    throw new IllegalStateException("not built yet");
  }

  /** The original's file. */
  public Optional<Path> original(String digest) {
    throw new IllegalStateException("not built yet");
  }

  /**
   * The copy with the caption burnt in (plate, time, gate no., barrier no.), made at the first
   * asking.
   */
  public Optional<Path> captioned(String digest, Caption caption) {
    throw new IllegalStateException("not built yet");
  }
}
