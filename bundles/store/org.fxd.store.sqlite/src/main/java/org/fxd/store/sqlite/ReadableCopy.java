package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that SQLite can read: mostly the file itself. One that was not closed the last time, in a
 * folder that cannot be written to, can only be read from a copy in another folder, together with
 * the log beside it.
 */
final class ReadableCopy implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadableCopy.class);
  private static final List<String> LOGS = List.of("-wal", "-journal");
  private static final int ATTEMPTS = 3;

  private final Path file;
  private final Optional<Path> folder;

  private ReadableCopy(Path file, Optional<Path> folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * The file, or a copy.
   *
   * @param file for messages
   * @param real where it is
   */
  static ReadableCopy ifNeeded(Path file, Path real) {
    if (Neighbours.log(real).isEmpty() || Files.isWritable(real.getParent())) {
      return new ReadableCopy(real, Optional.empty());
    }
    try {
      Path folder = Files.createTempDirectory("fxd-read");
      ReadableCopy copy = new ReadableCopy(folder.resolve("copy.fxd"), Optional.of(folder));
      boolean done = false;
      try {
        copy.fill(file, real);
        done = true;
        return copy;
      } finally {
        if (!done) {
          copy.close();
        }
      }
    } catch (IOException e) {
      throw new StoreException(
          "Cannot open "
              + file
              + ": it was not closed the last time, its folder cannot be written to, and it cannot be"
              + " copied elsewhere: "
              + e.getMessage(),
          "Copy it to another folder, with the files beside it whose names start with "
              + real.getFileName()
              + ", and open the copy.",
          e);
    }
  }

  /** Where it is. */
  Path file() {
    return file;
  }

  boolean hasLog() {
    return LOGS.stream().anyMatch(log -> Files.exists(Neighbours.beside(file, log)));
  }

  /** Someone may be writing: a copy is good if nothing changed while it was made. */
  private void fill(Path named, Path real) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String before = signs(real);
      for (String log : LOGS) {
        copyIfThere(Neighbours.beside(real, log), Neighbours.beside(file, log));
      }
      Files.copy(real, file, StandardCopyOption.REPLACE_EXISTING);
      if (signs(real).equals(before)) {
        return;
      }
    }
    throw new IOException(named + " is being written to");
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    try {
      Files.copy(from, to);
    } catch (NoSuchFileException e) {
      LOG.debug("There is no {}", from, e);
    }
  }

  private static String signs(Path real) throws IOException {
    StringBuilder signs = new StringBuilder();
    for (String suffix : List.of("", "-wal", "-journal")) {
      try {
        BasicFileAttributes part =
            Files.readAttributes(Neighbours.beside(real, suffix), BasicFileAttributes.class);
        signs.append(part.size()).append(part.lastModifiedTime());
      } catch (NoSuchFileException e) {
        signs.append("none");
      }
      signs.append(';');
    }
    return signs.toString();
  }

  /** Removes the copy. */
  @Override
  public void close() {
    if (folder.isEmpty()) {
      return;
    }
    try (var parts = Files.list(folder.get())) {
      for (Path part : parts.toList()) {
        Files.deleteIfExists(part);
      }
      Files.deleteIfExists(folder.get());
    } catch (IOException e) {
      LOG.warn("The copy {} could not be removed; it does no harm", folder.get(), e);
    }
  }
}
