package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a new file: under another name first, renamed when it is whole and on the disk, so that
 * there is never half a project.
 */
final class Creator {
  private static final Logger LOG = LoggerFactory.getLogger(Creator.class);

  private final Opener opener;
  private final Runnable libraryLoader;
  private final Tap tap;

  /**
   * Creates for one provider.
   *
   * @param opener opens what was made
   * @param libraryLoader makes SQLite usable
   * @param tap given each connection that writes
   */
  Creator(Opener opener, Runnable libraryLoader, Tap tap) {
    this.opener = opener;
    this.libraryLoader = libraryLoader;
    this.tap = tap;
  }

  /** Creates a file and opens it. */
  SqliteStore create(Path file) {
    Path real = realPath(file);
    Guard guard = Guard.take(real);
    boolean done = false;
    try {
      // Again, now that nobody else makes it.
      requireFree(file, real);
      Neighbours.requireNoLog("create", file, real);
      if (!guard.isExclusive()) {
        throw new StoreException(
            "Cannot create " + file + ": you may not write to the folder",
            "Choose another folder.");
      }
      libraryLoader.run();
      write(file, real);
      SqliteStore store = opener.open(file, real, guard, Progress.NONE);
      done = true;
      return store;
    } finally {
      if (!done) {
        guard.close();
      }
    }
  }

  private static Path realPath(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    requireFree(file, absolute);
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotFoundException(
          "Cannot create " + file + ": there is no folder " + folder, "Create the folder first.");
    }
    try {
      return folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new Faults(file).of("create", e);
    }
  }

  private static void requireFree(Path file, Path real) {
    if (Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot create " + file + ": there is something of that name already",
          "Open it, or choose another name.",
          null);
    }
  }

  private void write(Path file, Path real) {
    Path draft = draft(real);
    boolean done = false;
    try {
      deleteDraft(draft);
      writeDatabase(draft);
      Files.move(draft, real);
      syncFolder(real.getParent());
      done = true;
    } catch (SQLException e) {
      throw new Faults(file).of("create", e);
    } catch (IOException e) {
      throw new Faults(file).of("create", e);
    } finally {
      if (!done) {
        giveDraftUp(draft);
      }
    }
  }

  /** What a file is called while it is made. */
  static Path draft(Path real) {
    return real.resolveSibling(real.getFileName() + ".new");
  }

  /** Removes what was not finished, if it can be removed. */
  static void giveDraftUp(Path draft) {
    try {
      deleteDraft(draft);
    } catch (IOException e) {
      LOG.warn("{} could not be removed; it does no harm", draft, e);
    }
  }

  /** Makes an empty project under the name of a draft. */
  void writeDatabase(Path draft) throws SQLException {
    Connector connector = new Connector(draft, Connector.Access.WRITE, tap);
    try (Connection connection = connector.creator(Schema.PAGE_SIZE);
        Statements statements = new Statements(connection)) {
      // Not IMMEDIATE: that would make the first page before it is known that it is to be vacuumed.
      statements.run("BEGIN");
      Connector.pragma(connection, "auto_vacuum=INCREMENTAL");
      Connector.pragma(connection, "application_id=" + Schema.APPLICATION_ID);
      Connector.pragma(connection, "user_version=" + Schema.FORMAT);
      Schema.create(statements);
      Map<String, String> metadata =
          new TreeMap<>(
              Map.of("created", Instant.now().toString(), "creator", "FXD", Schema.EPOCH, "0"));
      for (Map.Entry<String, String> entry : metadata.entrySet()) {
        PreparedStatement insert = statements.of("INSERT INTO metadata (key, value) VALUES (?, ?)");
        insert.setString(1, entry.getKey());
        insert.setString(2, entry.getValue());
        insert.executeUpdate();
      }
      statements.run("COMMIT");
    }
  }

  static void deleteDraft(Path draft) throws IOException {
    Files.deleteIfExists(draft);
    Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
  }

  /** Without this a power failure may take the new name with it. */
  static void syncFolder(Path folder) {
    // A channel that an interrupted thread opens is closed at once, and nothing would be synced.
    boolean interrupted = Thread.interrupted();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("This system does not sync folders", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
