package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;

/**
 * Writes a copy of a file as of one moment: under another name first, renamed when it is whole and
 * on the disk.
 */
final class Copying {
  private static final Logger LOG = LoggerFactory.getLogger(Copying.class);

  /** How often SQLite asks whether to go on, in steps of its machine. */
  private static final int STEPS = 20_000;

  /** A copy has about as many pages as its source; one of a damaged tree might never end. */
  private static final int SLACK = 1000;

  private final Connector source;
  private final Function<Path, Store> opener;

  /**
   * Copies from a file.
   *
   * @param opener opens the file that is to be replaced
   */
  Copying(Connector source, Function<Path, Store> opener) {
    this.source = source;
    this.opener = opener;
  }

  /** Copies. */
  void copy(Path file, boolean replace, Progress progress, Cancellation cancellation) {
    Path real = place(file);
    boolean exists = Files.exists(real, LinkOption.NOFOLLOW_LINKS);
    if (exists) {
      requireReplaceable(file, real, replace);
    }
    try (Guard guard = Guard.take(real)) {
      if (!guard.isExclusive()) {
        throw new StoreException(
            "Cannot write " + file + ": you may not write to the folder", "Choose another folder.");
      }
      if (!exists) {
        Neighbours.requireNoLog("write", file, real);
      }
      if (Files.exists(real, LinkOption.NOFOLLOW_LINKS) != exists
          || Neighbours.log(real).isPresent()) {
        throw new StoreException(
            "Cannot write " + file + ": someone else has just written something there",
            "Look at it, and try again.");
      }
      write(file, real, progress, cancellation);
    }
  }

  private static Path place(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new NotFoundException(
          "Cannot write " + file + ": there is no folder " + folder, "Create the folder first.");
    }
    try {
      return Files.exists(absolute)
          ? absolute.toRealPath()
          : folder.toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      throw new Faults(file).of("write", e);
    }
  }

  /**
   * A project that makes way is closed properly: what is in its log must not get into the new one.
   */
  private void requireReplaceable(Path file, Path real, boolean replace) {
    if (!replace) {
      throw new FxdException(
          Category.FAILED,
          "Cannot write " + file + ": there is something of that name already",
          "Choose another name, or say that it is to be replaced.",
          null);
    }
    if (!Files.isRegularFile(real)) {
      throw new FxdException(
          Category.FAILED,
          "Cannot write " + file + ": what is there is no file, and is not replaced",
          "Choose another name.",
          null);
    }
    if (Neighbours.log(real).isPresent()) {
      opener.apply(real).close();
    }
  }

  private void write(Path file, Path real, Progress progress, Cancellation cancellation) {
    Path draft = real.resolveSibling(real.getFileName() + ".new");
    boolean done = false;
    try {
      Files.deleteIfExists(draft);
      fill(draft, progress, cancellation);
      cancellation.check();
      sync(draft);
      Files.move(draft, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Creator.syncFolder(real.getParent());
      done = true;
    } catch (SQLException e) {
      cancellation.check();
      throw new Faults(file).of("write", e);
    } catch (IOException e) {
      throw new Faults(file).of("write", e);
    } finally {
      if (!done) {
        try {
          Files.deleteIfExists(draft);
          Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
        } catch (IOException e) {
          LOG.warn("{} could not be removed; it does no harm", draft, e);
        }
      }
    }
  }

  /** Puts a file on the disk for good. */
  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private void fill(Path draft, Progress progress, Cancellation cancellation) throws SQLException {
    try (Connection connection = source.copier()) {
      long page = Long.parseLong(Connector.pragma(connection, "page_size"));
      long pages = Long.parseLong(Connector.pragma(connection, "page_count"));
      progress.phase("copying", pages);
      SQLiteConnection own = connection.unwrap(SQLiteConnection.class);
      ProgressHandler.setHandler(
          own, STEPS, told(draft, page, 2 * pages + SLACK, progress, cancellation));
      try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, draft.toUri().toString());
        vacuum.executeUpdate();
      } finally {
        ProgressHandler.clearHandler(own);
      }
    }
  }

  private static ProgressHandler told(
      Path draft, long page, long most, Progress progress, Cancellation cancellation) {
    return new ProgressHandler() {
      private long pages;

      @Override
      protected int progress() throws SQLException {
        long now = draft.toFile().length() / page;
        progress.advance(Math.max(0, now - pages));
        pages = Math.max(pages, now);
        return cancellation.isCancelled() || pages > most ? 1 : 0;
      }
    };
  }
}
