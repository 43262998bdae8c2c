package org.fxd.store.sqlite;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a commit waits for; chosen by the property {@value #PROPERTY}. */
enum Durability {
  /** For the disk: what is acknowledged outlasts a power failure. */
  FULL,

  /**
   * For the system: what is acknowledged outlasts the end of this process, however it comes; a
   * power failure, or the system's crash, may take the last transactions, in order, and leaves a
   * sound file.
   */
  NORMAL;

  /** Names the level, in any case; {@link #FULL} if it is not set. */
  static final String PROPERTY = "fxd.store.durability";

  private static final Logger LOG = LoggerFactory.getLogger(Durability.class);

  /** The level of a name. One that is not known is taken for the safest, and said so. */
  static Durability of(String name) {
    if (name == null) {
      return FULL;
    }
    for (Durability level : values()) {
      if (level.name().equalsIgnoreCase(name.strip())) {
        return level;
      }
    }
    LOG.warn("{} is '{}', which is neither full nor normal; taken for full", PROPERTY, name);
    return FULL;
  }

  /** The level as SQLite calls it. */
  String synchronous() {
    return name().toLowerCase(Locale.ROOT);
  }
}
