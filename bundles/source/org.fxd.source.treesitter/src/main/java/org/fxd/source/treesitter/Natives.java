package org.fxd.source.treesitter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Loads the native libraries that lie in this bundle.
 *
 * <p>The binding would unpack each into a new temporary file at every start, and could not load one
 * that another class loader of the same JVM has loaded, as after an update of this bundle or with
 * two hosts in one program. So the library is put into a folder and loaded here, under another name
 * if it must be, and the binding is then told where it is: to load a library again for the same
 * class loader does nothing.
 */
final class Natives {
  /** Read by the binding when one of its classes is initialised. */
  private static final String WHERE = "tree-sitter-lib";

  /** As many class loaders of one JVM may have this bundle at a time. */
  private static final int MOST_COPIES = 64;

  private final Platform platform;
  private final NativeFolder folder;

  Natives(Platform platform, NativeFolder folder) {
    this.platform = platform;
    this.folder = folder;
  }

  /**
   * Loads a library.
   *
   * @param name its name, such as {@code tree-sitter-java}
   * @param use initialises the class of the binding that needs it
   * @throws UnavailableException if it cannot be loaded
   */
  void load(String name, Runnable use) {
    try {
      String file = platform.library(name);
      Path home = load(file, content(file));
      // Seen by the whole JVM: nobody else may set it meanwhile, and it goes back to what it was.
      Properties properties = System.getProperties();
      synchronized (properties) {
        String before = System.getProperty(WHERE);
        System.setProperty(WHERE, home.toString());
        try {
          use.run();
        } finally {
          if (before == null) {
            System.clearProperty(WHERE);
          } else {
            System.setProperty(WHERE, before);
          }
        }
      }
    } catch (IOException e) {
      throw new UnavailableException("unpacking " + name + " failed: " + e, e);
    } catch (LinkageError e) {
      throw new UnavailableException("loading " + name + " failed: " + e.getMessage(), e);
    }
  }

  private Path load(String file, byte[] content) throws IOException {
    for (int copy = 0; copy < MOST_COPIES; copy++) {
      Path home = folder.put(file, content, copy);
      try {
        System.load(home.resolve(file).toString());
        return home;
      } catch (UnsatisfiedLinkError e) {
        if (!String.valueOf(e.getMessage()).contains("already loaded in another")) {
          throw e;
        }
      }
    }
    throw new IOException("it is in use " + MOST_COPIES + " times in this process");
  }

  private byte[] content(String file) throws IOException {
    try (InputStream in = Natives.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new UnavailableException("there is no library for " + platform + ".", null);
      }
      return in.readAllBytes();
    }
  }
}
