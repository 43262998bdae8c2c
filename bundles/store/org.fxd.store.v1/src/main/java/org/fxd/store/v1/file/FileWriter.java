package org.fxd.store.v1.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.fxd.graph.api.error.FxdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a file beside where it is to be, then gives it its name. The draft has always the same
 * name, so that the next one who writes there takes away what a killed process left.
 */
public final class FileWriter {
  private static final Logger LOG = LoggerFactory.getLogger(FileWriter.class);

  private FileWriter() {}

  /**
   * Writes a file that nobody else writes meanwhile.
   *
   * @param replace whether one of that name gives way
   * @param rows gives the rows
   * @throws FxdException if there is one and it does not
   */
  public static void write(Path file, boolean replace, Consumer<RowWriter> rows) {
    refuseExisting(file, replace);
    Path draft = null;
    try {
      Path folder = file.toAbsolutePath().getParent();
      Path name = folder.resolve(file.getFileName() + ".new");
      for (Path left : withJournal(name)) {
        Files.deleteIfExists(left);
      }
      draft = Files.createFile(name);
      fill(draft, rows);
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      if (replace) {
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        refuseExisting(file, false);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      sync(folder);
    } catch (SQLException | IOException e) {
      throw Refusal.unwritable(file, e);
    } finally {
      remove(draft);
    }
  }

  private static void refuseExisting(Path file, boolean replace) {
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    if (there && (!replace || Files.isDirectory(file))) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "Cannot write " + file + ": there is something of that name.",
          replace ? "Choose another name." : "Choose another name, or say --force to replace it.",
          null);
    }
  }

  private static void fill(Path draft, Consumer<RowWriter> rows) throws SQLException {
    try (Connection connection = Connections.creator(draft);
        RowWriter writer = new RowWriter(connection)) {
      connection.setAutoCommit(false);
      for (String statement : Schema.statements()) {
        writer.run(statement);
      }
      writer.run("INSERT INTO schema_version (version) VALUES (" + Schema.VERSION + ")");
      rows.accept(writer);
      connection.commit();
    } catch (RowWriter.Failure e) {
      throw e.cause();
    }
  }

  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("The folder {} cannot be synced; not every system can", folder, e);
    }
  }

  private static void remove(Path draft) {
    if (draft == null) {
      return;
    }
    for (Path left : withJournal(draft)) {
      try {
        Files.deleteIfExists(left);
      } catch (IOException e) {
        LOG.warn("{} could not be removed; it is of no use", left, e);
      }
    }
  }

  private static List<Path> withJournal(Path draft) {
    return List.of(draft, draft.resolveSibling(draft.getFileName() + "-journal"));
  }
}
