package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.OtherFormatException;
import org.fxd.store.sqlite.Connector.Access;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from a path to a store. Everything that can be wrong with a file is found out before
 * anything is written to it, and as much as possible before SQLite opens it.
 */
final class Opener {
  private static final Logger LOG = LoggerFactory.getLogger(Opener.class);

  private final Runnable libraryLoader;
  private final Durability durability;
  private final Tap tap;
  private final Consumer<SqliteStore> whenClosed;

  /**
   * Opens for one provider.
   *
   * @param libraryLoader makes SQLite usable
   * @param durability what commits wait for
   * @param tap given each connection that writes
   * @param whenClosed told of each store that is closed
   */
  Opener(Runnable libraryLoader, Durability durability, Tap tap, Consumer<SqliteStore> whenClosed) {
    this.libraryLoader = libraryLoader;
    this.durability = durability;
    this.tap = tap;
    this.whenClosed = whenClosed;
  }

  /** Opens a file that exists. */
  SqliteStore open(Path file) {
    return open(file, Progress.NONE);
  }

  /**
   * Opens a file that exists.
   *
   * @param progress told of what has to be done first to a file of an earlier form
   */
  SqliteStore open(Path file, Progress progress) {
    Path real = realPath(file);
    return guarded(Guard.take(real), guard -> open(file, real, guard, progress));
  }

  /** Opens a file that exists only to be read, whoever else writes to it. */
  SqliteStore openToRead(Path file) {
    Path real = realPath(file);
    return guarded(
        Guard.takeToRead(real),
        guard -> {
          Header header = header(file, real);
          libraryLoader.run();
          refuseForeign(file, real, header);
          return toRead(file, real, header, guard, true);
        });
  }

  private static SqliteStore guarded(Guard guard, Function<Guard, SqliteStore> opening) {
    boolean done = false;
    try {
      SqliteStore store = opening.apply(guard);
      done = true;
      return store;
    } finally {
      if (!done) {
        guard.close();
      }
    }
  }

  /** Opens a file that is guarded already; the store takes the guard over. */
  SqliteStore open(Path file, Path real, Guard guard, Progress progress) {
    Header header = header(file, real);
    libraryLoader.run();
    refuseForeign(file, real, header);
    return guard.isExclusive() && Files.isWritable(real)
        ? toWrite(file, real, header, guard, progress)
        : toRead(file, real, header, guard, false);
  }

  private SqliteStore toWrite(Path file, Path real, Header header, Guard guard, Progress progress) {
    Connector connector = new Connector(real, Access.WRITE, tap);
    Faults faults = new Faults(file);
    try {
      if (Neighbours.hasForeignLog(real, header)) {
        Neighbours.putForeignLogAside(real);
      }
      Neighbours.deleteSpentJournal(real);
      Writer writer = new Writer(connector.writer(durability));
      boolean done = false;
      try {
        requireFormat(file, writer.reader());
        boolean migrates = Migration.isNeeded(writer.statements().connection());
        if (migrates) {
          new Migration(file, real, connector, this::open, progress).run(writer);
        }
        Schema.check(writer.statements().connection());
        StateReading start = start(faults, writer.reader());
        Numbers numbers = numbers(faults, writer.reader());
        Pen pen = new Pen();
        Caches caches = Caches.empty();
        RefWatches watches = new RefWatches();
        CommitLine line =
            new CommitLine(
                writer, pen, faults, start.state(), start.loose().transactions(), watches);
        Reading reading =
            new Reading(
                new ReaderPool(connector),
                new OwnStates(line),
                caches,
                faults,
                header.isWal() && !migrates);
        StoredObjects objects = new StoredObjects(reading, new OwnObjects(line, caches), faults);
        Writing writing =
            new Writing(
                writer,
                pen,
                line,
                numbers,
                caches,
                reading,
                watches,
                objects,
                faults,
                String.valueOf(file.getFileName()));
        SqliteStore store =
            new SqliteStore(
                faults,
                reading,
                objects,
                Optional.of(writing),
                watches,
                new Copying(connector, this::open),
                closing(guard::close));
        done = true;
        return store;
      } finally {
        if (!done) {
          writer.close();
        }
      }
    } catch (IOException e) {
      throw faults.of("open", e);
    } catch (SQLException e) {
      throw faults.of("open", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    }
  }

  /** The state from which a store starts that shows the newest one or nothing. */
  private static StateReading start(Faults faults, Reader reader) throws SQLException {
    try {
      StateReading reading = StateReading.of(reader, true);
      if (reading.damage().isPresent()) {
        throw faults.unsound(reading.damage().get(), true);
      }
      return reading;
    } catch (DamagedException e) {
      throw faults.unsound(e.getMessage(), false);
    }
  }

  private static Numbers numbers(Faults faults, Reader reader) throws SQLException {
    try {
      return Numbers.behind(reader);
    } catch (DamagedException e) {
      throw faults.unsound(e.getMessage(), true);
    }
  }

  /** None of the parts fails: they warn. */
  private Consumer<SqliteStore> closing(Runnable... parts) {
    return store -> {
      for (Runnable part : parts) {
        part.run();
      }
      whenClosed.accept(store);
    };
  }

  /**
   * Opens to read.
   *
   * @param lenient whether the state before a transaction that is damaged is good enough
   */
  private SqliteStore toRead(Path file, Path real, Header first, Guard guard, boolean lenient) {
    // If someone has just begun to write, the header says so before there is a log.
    Header header = Neighbours.hasForeignLog(real, first) ? header(file, real) : first;
    if (Neighbours.hasForeignLog(real, header)) {
      throw new StoreException(
          "Cannot open "
              + file
              + " to read: the log beside it belongs to another file that was there before",
          "Open it once where it can be written to, or move the log away.");
    }
    Faults faults = new Faults(file);
    ReadableCopy copy = ReadableCopy.ifNeeded(file, real);
    boolean done = false;
    try {
      // A log that someone has open is empty at times; it is there, though.
      boolean settled = header.isWal() && !copy.hasLog();
      Connector connector = new Connector(copy.file(), settled ? Access.FROZEN : Access.READ, tap);
      try (Reader reader = new Reader(connector.reader())) {
        requirePresent(file, reader);
        reader.pin(); // Someone may write meanwhile.
        (lenient ? StateReading.of(reader, true) : start(faults, reader))
            .damage()
            .ifPresent(
                damage -> LOG.warn("{}: {}; what is shown is the state before it", file, damage));
      }
      Caches caches = Caches.empty();
      Reading reading =
          new Reading(
              new ReaderPool(connector), new FollowedStates(caches, lenient), caches, faults, true);
      StoredObjects objects = new StoredObjects(reading, StoredObjects.AtHand.NOTHING, faults);
      SqliteStore store =
          new SqliteStore(
              faults,
              reading,
              objects,
              Optional.empty(),
              new RefWatches(),
              new Copying(connector, this::open),
              closing(copy::close, guard::close));
      done = true;
      return store;
    } catch (SQLException e) {
      throw faults.of("open", e);
    } catch (DamagedException e) {
      throw faults.damaged(e.getMessage());
    } finally {
      if (!done) {
        copy.close();
      }
    }
  }

  static void requirePresent(Path file, Reader reader) throws SQLException, DamagedException {
    requireFormat(file, reader);
    if (Migration.isNeeded(reader.statements().connection())) {
      throw new StoreException(
          "Cannot open " + file + " to read: it has to be brought to the present format first",
          "Open it once where it can be written to.");
    }
    Schema.check(reader.statements().connection());
  }

  /** The path by which a file is guarded, whether it exists or not. */
  static Path pathToHold(Path file) {
    try {
      if (Files.exists(file)) {
        return file.toRealPath();
      }
      Path absolute = file.toAbsolutePath().normalize();
      return absolute.getParent().toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new Faults(file).of("use", e);
    }
  }

  static Path realPath(Path file) {
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
      throw new Faults(file).of("open", e);
    }
  }

  /** Reads the header and refuses what cannot be a whole file of this format. */
  static Header header(Path file, Path real) {
    try {
      if (Files.size(real) == 0) {
        throw notOurs(file, "it is empty");
      }
      Header header =
          Header.read(real).orElseThrow(() -> notOurs(file, "it is not a SQLite database"));
      if (header.applicationId() == Schema.APPLICATION_ID) {
        requireFormat(file, header.userVersion());
        // A log beside it may hold the pages that the file itself does not have yet.
        if (header.bytes() < header.expectedBytes() && Neighbours.log(real).isEmpty()) {
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
      throw new Faults(file).of("open", e);
    }
  }

  /** What the log beside a file says counts, and the header was read without it. */
  private static void requireFormat(Path file, Reader reader) throws SQLException {
    if (reader.pragma("application_id") != Schema.APPLICATION_ID) {
      throw notOurs(file, "it is a SQLite database of another program");
    }
    requireFormat(file, (int) reader.pragma("user_version"));
  }

  private static void requireFormat(Path file, int format) {
    if (format > Schema.FORMAT) {
      throw new OtherFormatException(
          "Cannot open "
              + file
              + ": a newer FXD has written it, in format "
              + format
              + "; this one knows format "
              + Schema.FORMAT,
          "Use an FXD that knows format " + format + ".",
          format);
    }
    if (format < Schema.FORMAT) {
      throw notOurs(file, "it says that its format is " + format);
    }
  }

  /** Says what a database that is not of this format is, as far as one can see. */
  static void refuseForeign(Path file, Path real, Header header) {
    if (header.applicationId() == Schema.APPLICATION_ID) {
      return;
    }
    try {
      if (header.applicationId() == 0 && header.userVersion() == 0 && FirstFormat.isAt(real)) {
        throw new OtherFormatException(
            "Cannot open " + file + " as it is: it is in format 1",
            "It was left as it is. FXD opens such files where the bundle for format 1 is installed.",
            1);
      }
    } catch (SQLException e) {
      throw new Faults(file).of("open", e);
    }
    throw notOurs(file, "it is a SQLite database of another program");
  }

  private static StoreException notOurs(Path file, String why) {
    return new StoreException(
        "Cannot open " + file + " as a project: " + why,
        "It was left as it is. Give the path of a .fxd file, or create a project with another name.");
  }
}
