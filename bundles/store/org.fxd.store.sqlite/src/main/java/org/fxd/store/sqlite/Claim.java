package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Says within this JVM that a file is taken, whoever's class loader asks.
 *
 * <p>SQLite cannot say it: two class loaders load its native library twice, and a process does not
 * conflict with its own POSIX locks, so both would write and one would lose rows. Nor can the lock
 * file: a second channel on it, once closed, would drop the first one's lock. What all class
 * loaders share is the table of system properties; its values here are plain strings, so nothing of
 * a stopped framework is kept alive.
 */
final class Claim implements AutoCloseable {
  private static final String PREFIX = "org.fxd.store.claim:";

  private final String key;
  private final String value;

  private Claim(String key, String value) {
    this.key = key;
    this.value = value;
  }

  /**
   * Claims a file.
   *
   * @param file its real path
   * @return empty if it is claimed already
   */
  static Optional<Claim> take(Path file, Holder holder) {
    Claim claim = new Claim(PREFIX + file, holder.text());
    return System.getProperties().putIfAbsent(claim.key, claim.value) == null
        ? Optional.of(claim)
        : Optional.empty();
  }

  /** Who claimed a file. */
  static Optional<Holder> holder(Path file) {
    return Optional.ofNullable(System.getProperty(PREFIX + file)).map(Holder::parse);
  }

  @Override
  public void close() {
    System.getProperties().remove(key, value);
  }
}
