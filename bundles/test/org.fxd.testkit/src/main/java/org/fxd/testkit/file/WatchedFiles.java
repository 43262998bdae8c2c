package org.fxd.testkit.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Paths to the files of the usual file system whose changes are told before they are made. All that
 * is made of such a path (its parent, its siblings, its real path) is watched too. What is not done
 * with paths, such as what a native library does, is not seen.
 */
public final class WatchedFiles {
  private WatchedFiles() {}

  /** Is told of changes, on the thread that makes them. */
  @FunctionalInterface
  public interface Watcher {
    /**
     * A file is about to be changed.
     *
     * @param change what is to be done: {@code write} (it is opened to be written to, and made if
     *     it is not there), {@code delete}, {@code move}, {@code copy}, {@code folder} or {@code
     *     link}
     * @param path which file; of two, where to
     * @throws IOException if the change is to fail
     */
    void before(String change, Path path) throws IOException;
  }

  /** A watched path to the same file. */
  public static Path watched(Path path, Watcher watcher) {
    return new WatchedFileSystem(path.getFileSystem(), watcher).watched(path);
  }

  /** The path itself, without anyone watching. */
  public static Path plain(Path path) {
    return path instanceof WatchedPath watched ? watched.path() : path;
  }
}
