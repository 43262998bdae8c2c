package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.sqlite.Connector.Access;

/**
 * The way from a path to a store. Everything that can be wrong with a file is found out before
 * anything is written to it, and as much as possible before SQLite opens it.
 */
final class Opener {
  private final Runnable libraryLoader;
  private final Consumer<SqliteStore> whenClosed;

  /**
   * Opens for one provider.
   *
   * @param libraryLoader makes SQLite usable
   * @param whenClosed told of each store that is closed
   */
  Opener(Runnable libraryLoader, Consumer<SqliteStore> whenClosed) {
    this.libraryLoader = libraryLoader;
    this.whenClosed = whenClosed;
  }

  /** Opens a file that exists. */
  SqliteStore open(Path file) {
    Path real = realPath(file);
    Guard guard = Guard.take(real);
    boolean done = false;
    try {
      SqliteStore store = open(file, real, guard);
      done = true;
      return store;
    } finally {
      if (!done) {
        guard.close();
      }
    }
  }

  /** Opens a file that is guarded already; the store takes the guard over. */
  SqliteStore open(Path file, Path real, Guard guard) {
    Header header = header(file, real);
    Access access = access(file, real, guard, header);
    libraryLoader.run();
    refuseForeign(file, real, header);
    Connector connector = new Connector(real, access);
    try {
      Connection connection = access == Access.WRITE ? connector.writer() : connector.reader();
      boolean done = false;
      try {
        Schema.check(connection);
        done = true;
      } finally {
        if (!done || access != Access.WRITE) {
          connection.close();
        }
      }
      Optional<Writer> writer =
          access == Access.WRITE ? Optional.of(new Writer(connection)) : Optional.empty();
      return new SqliteStore(
          file, guard, writer, new ReaderPool(connector), header.isWal(), whenClosed);
    } catch (SQLException e) {
      throw new Faults(file).of("open", e);
    } catch (DamagedException e) {
      throw new Faults(file).damaged(e.getMessage());
    }
  }

  private static Path realPath(Path file) {
    if (!Files.exists(file)) {
      throw new NotFoundException(
          "There is no project " + file, "Check the name, or create the project first.");
    }
    if (!Files.isRegularFile(file)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot open " + file + ": it is " + (Files.isDirectory(file) ? "a folder" : "no file"),
          "Give the path of a .fxd file.",
          null);
    }
    if (!Files.isReadable(file)) {
      throw new StoreException(
          "Cannot open " + file + ": you may not read it",
          "Ask its owner for the right to read it.");
    }
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new StoreException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  /** Reads the header and refuses what cannot be a whole file of this format. */
  private static Header header(Path file, Path real) {
    try {
      if (Files.size(real) == 0) {
        throw notOurs(file, "it is empty");
      }
      Header header =
          Header.read(real).orElseThrow(() -> notOurs(file, "it is not a SQLite database"));
      if (header.applicationId() == Schema.APPLICATION_ID) {
        requireFormat(file, header);
        // A log beside it may hold the pages that the file itself does not have yet.
        if (header.bytes() < header.expectedBytes() && !hasLog(real)) {
          throw new StoreException(
              "Cannot open "
                  + file
                  + ": it is cut short ("
                  + header.bytes()
                  + " of "
                  + header.expectedBytes()
                  + " bytes are there)",
              "It may be a copy that was not finished: copy it again, or go back to a backup.");
        }
      }
      return header;
    } catch (IOException e) {
      throw new StoreException("Cannot open " + file + ": " + e.getMessage(), e);
    }
  }

  private static void requireFormat(Path file, Header header) {
    int format = header.userVersion();
    if (format > Schema.FORMAT) {
      throw new StoreException(
          "Cannot open "
              + file
              + ": a newer FXD has written it, in format "
              + format
              + "; this one knows format "
              + Schema.FORMAT,
          "Use an FXD that knows format " + format + ".");
    }
    if (format < Schema.FORMAT) {
      throw notOurs(file, "it says that its format is " + format);
    }
  }

  private static Access access(Path file, Path real, Guard guard, Header header) {
    if (guard.isExclusive() && Files.isWritable(real)) {
      return Access.WRITE;
    }
    if (hasLog(real)) {
      throw new StoreException(
          "Cannot open "
              + file
              + ": it was not closed the last time, and neither it nor its folder can be written to,"
              + " so it cannot be put right",
          "Copy it to another folder, with the files beside it whose names start with "
              + real.getFileName()
              + ", and open the copy.");
    }
    return header.isWal() ? Access.FROZEN : Access.READ;
  }

  /** Says what a database that is not of this format is, as far as one can see. */
  private static void refuseForeign(Path file, Path real, Header header) {
    if (header.applicationId() == Schema.APPLICATION_ID) {
      return;
    }
    try {
      if (header.applicationId() == 0 && header.userVersion() == 0 && FirstFormat.isAt(real)) {
        throw new StoreException(
            "Cannot open " + file + ": it is in format 1, which this version cannot open yet",
            "It was left as it is. Create a new project instead.");
      }
    } catch (SQLException e) {
      throw new Faults(file).of("open", e);
    }
    throw notOurs(file, "it is a SQLite database of another program");
  }

  private static boolean hasLog(Path real) {
    return isFilled(real.resolveSibling(real.getFileName() + "-wal"))
        || isFilled(real.resolveSibling(real.getFileName() + "-journal"));
  }

  private static boolean isFilled(Path file) {
    try {
      return Files.exists(file) && Files.size(file) > 0;
    } catch (IOException e) {
      return true;
    }
  }

  private static StoreException notOurs(Path file, String why) {
    return new StoreException(
        "Cannot open " + file + " as a project: " + why,
        "It was left as it is. Give the path of a .fxd file, or create a project with another name.");
  }
}
