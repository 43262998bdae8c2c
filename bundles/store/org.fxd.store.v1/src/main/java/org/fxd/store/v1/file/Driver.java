package org.fxd.store.v1.file;

import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. There is one driver for all bundles of a framework, so whoever comes
 * first has it loaded; mostly that is the store of the {@code .fxd} files, which knows a quicker
 * way. Where we are the first, the driver unpacks it, into the folder that the framework names.
 */
public final class Driver {
  /** Names the folder, as the driver calls it. */
  public static final String FOLDER = "org.sqlite.tmpdir";

  private Driver() {}

  /**
   * Loads the library, if it is not loaded yet.
   *
   * @param folder where to unpack it; null for where the driver thinks best
   * @throws IllegalStateException if there is none for this machine
   */
  public static synchronized void load(String folder) {
    boolean ours = folder != null && System.getProperty(FOLDER) == null;
    try {
      if (ours) {
        System.setProperty(FOLDER, folder);
      }
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw new IllegalStateException("SQLite cannot be loaded: " + e.getMessage(), e);
    } finally {
      if (ours) {
        System.clearProperty(FOLDER);
      }
    }
  }
}
