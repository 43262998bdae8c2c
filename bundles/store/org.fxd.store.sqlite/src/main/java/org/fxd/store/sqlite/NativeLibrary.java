package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library. The driver unpacks it anew in every process, which costs more than all
 * else about opening a project; so where the framework names a folder of its own, it is unpacked
 * there once and kept. Without such a folder the driver does it its own way: in a folder that
 * others can write to, a file that was there before us is not to be trusted.
 */
final class NativeLibrary {
  /** Names the folder, as the driver calls it. */
  static final String FOLDER = "org.sqlite.tmpdir";

  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
  private static final String DRIVER_PATH = "org.sqlite.lib.path";
  private static final String DRIVER_NAME = "org.sqlite.lib.name";

  /** A JVM loads a library for one class loader only; the next one needs a copy of its own. */
  private static final String LOADED = "org.fxd.store.library:";

  private NativeLibrary() {}

  /**
   * Loads the library, if it is not loaded yet.
   *
   * @param folder where to keep it; null if there is no such folder
   */
  static synchronized void load(String folder) {
    Map<String, String> settings = new TreeMap<>();
    if (folder != null && System.getProperty(DRIVER_PATH) == null) {
      settings.put(FOLDER, folder);
      prepare(Path.of(folder), settings);
    }
    Map<String, String> before = new TreeMap<>();
    settings.forEach((name, value) -> before.put(name, System.getProperty(name, "")));
    try {
      settings.forEach(System::setProperty);
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw Faults.noLibrary(e);
    } finally {
      before.forEach(NativeLibrary::restore);
    }
  }

  /** Sees to it that the library is in the folder, and says so to the driver. */
  private static void prepare(Path folder, Map<String, String> settings) {
    String name = LibraryLoaderUtil.getNativeLibName();
    // Not "sqlite-…": the driver tidies away what is called so.
    Path home = folder.resolve("libsqlite-" + SQLiteJDBCLoader.getVersion());
    try {
      Files.createDirectories(home);
      Path library = home.resolve(name);
      if (!Files.exists(library)) {
        unpack(library);
      }
      String real = library.toRealPath().toString();
      if (System.getProperties().putIfAbsent(LOADED + real, "") == null) {
        settings.put(DRIVER_PATH, home.toString());
        settings.put(DRIVER_NAME, name);
      }
    } catch (IOException e) {
      LOG.warn("Could not keep SQLite's native library in {}: {}", folder, e.toString());
      settings.put(FOLDER, System.getProperty("java.io.tmpdir"));
    }
  }

  /** Whole or not at all, whoever else does the same at the same time. */
  private static void unpack(Path library) throws IOException {
    String resource =
        "/" + LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource.replace("//", "/"))) {
      if (in == null) {
        throw new IOException("The driver has no library for this machine at " + resource);
      }
      Path draft = Files.createTempFile(library.getParent(), "unpack", ".tmp");
      try {
        Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Files.move(draft, library, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
  }

  private static void restore(String name, String value) {
    if (value.isEmpty()) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
