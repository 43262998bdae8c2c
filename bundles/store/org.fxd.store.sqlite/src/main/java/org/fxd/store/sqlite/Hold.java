package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.util.function.Function;
import org.fxd.store.api.Lease;

/** A file that was taken without opening it. A store that is opened then takes it over. */
final class Hold implements Lease {
  private final Path file;
  private final Guard guard;
  private boolean over;

  private Hold(Path file, Guard guard) {
    this.file = file;
    this.guard = guard;
  }

  /**
   * Takes a file.
   *
   * @param file its real path, whether it exists or not
   */
  static Hold of(Path file) {
    return new Hold(file, Guard.take(file));
  }

  /** The real path by which the file was taken. */
  Path file() {
    return file;
  }

  /** Hands the guard over to what is opened, if that succeeds. */
  synchronized SqliteStore open(Function<Guard, SqliteStore> opening) {
    if (over) {
      throw new IllegalStateException(file + " is not held any more");
    }
    SqliteStore store = opening.apply(guard);
    over = true;
    return store;
  }

  @Override
  public synchronized void close() {
    if (!over) {
      over = true;
      guard.close();
    }
  }
}
