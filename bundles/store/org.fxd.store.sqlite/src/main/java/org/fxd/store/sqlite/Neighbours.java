package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
 * What may stand beside a file under its name and an ending: SQLite's logs, and what says who has
 * it. A folder that comes from a stranger may have links in their places.
 */
final class Neighbours {
  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
  private static final String LOG_ENDING = "-wal";
  private static final String JOURNAL_ENDING = "-journal";
  static final List<String> LOGS = List.of(LOG_ENDING, JOURNAL_ENDING);
  private static final List<String> ALL =
      List.of(LOG_ENDING, JOURNAL_ENDING, "-shm", ".lock", ".holder");

  private Neighbours() {}

  static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  /**
   * Refuses links and whatever else is no file: through a link, another file would be written to or
   * emptied, and a pipe would have us wait for ever.
   */
  static void requireFiles(Path file) {
    for (String ending : ALL) {
      Path beside = beside(file, ending);
      if (!isFileOrAbsent(beside)) {
        throw new StoreException(
            "Cannot use " + file + ": " + beside + " beside it is no file",
            "A link or folder of that name is not FXD's: look at it, and move it away.");
      }
    }
  }

  /** Asked once: between two questions another may have let go of it, and it would be gone. */
  private static boolean isFileOrAbsent(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .isRegularFile();
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      LOG.debug("{} cannot be looked at", file, e);
      return true;
    }
  }

  /** A log beside a file that holds something; empty if there is none. */
  static Optional<Path> log(Path file) {
    return LOGS.stream()
        .map(ending -> beside(file, ending))
        .filter(Neighbours::isFilled)
        .findFirst();
  }

  /** Refuses to make a file where a log is that would be taken for its own. */
  static void requireNoLog(String doing, Path file, Path real) {
    Optional<Path> log = log(real);
    if (log.isPresent()) {
      throw new StoreException(
          "Cannot "
              + doing
              + " "
              + file
              + ": beside it is "
              + log.get()
              + ", the log of a project that is gone",
          "It may hold the last changes of that project: put the project back beside it, or move it"
              + " away.");
    }
  }

  /**
   * A write-ahead log beside a file at rest belongs to another file that had its place: a backup
   * was put there, say. SQLite would mix the two.
   */
  static boolean hasForeignLog(Path file, Header header) {
    return !header.isWal() && isFilled(beside(file, LOG_ENDING));
  }

  /** Puts a log that belongs to another file out of the way, under a name that is free. */
  static void putForeignLogAside(Path file) throws IOException {
    Path log = beside(file, LOG_ENDING);
    for (int number = 1; ; number++) {
      Path aside = beside(file, LOG_ENDING + ".other" + (number == 1 ? "" : "-" + number));
      if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(log, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(beside(file, "-shm"));
        LOG.warn("{} is the log of another file that was there before; it is now {}", log, aside);
        return;
      }
    }
  }

  /**
   * Removes a journal in which nothing stands: who made it was killed before it wrote to it, or
   * when it had just cleared it. SQLite passes such a one over, and whoever only reads leaves it
   * there.
   */
  static void deleteSpentJournal(Path file) throws IOException {
    Path journal = beside(file, JOURNAL_ENDING);
    try (InputStream in = Files.newInputStream(journal, LinkOption.NOFOLLOW_LINKS)) {
      if (in.read() > 0) {
        return;
      }
    } catch (NoSuchFileException e) {
      return; // as it mostly is
    }
    Files.deleteIfExists(journal);
  }

  /** Removes what a file that made way has left beside its successor. */
  static void deleteLogs(Path file) throws IOException {
    for (String log : LOGS) {
      Files.deleteIfExists(beside(file, log));
    }
    Files.deleteIfExists(beside(file, "-shm"));
  }

  private static boolean isFilled(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
