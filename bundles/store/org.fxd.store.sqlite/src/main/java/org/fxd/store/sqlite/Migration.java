package org.fxd.store.sqlite;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings files of earlier forms to the present one, step by step. Before the first step a copy is
 * put beside the file; each step is one transaction, so a file is in one form or the next and never
 * in between; other processes go on reading what was there until it is done.
 */
final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

  /** In order; each takes a file from where the one before leaves it. */
  private static final List<Step> STEPS = List.of(new DraftStep());

  /** One step. */
  interface Step {
    /** From which form to which, for a person. */
    String name();

    /** Whether a file is in the form that this step starts from. */
    boolean isDue(Connection connection) throws SQLException;

    /** Takes it, in the writer's open transaction. */
    void take(Writer writer, Progress progress) throws SQLException, DamagedException;
  }

  private final Path file;
  private final Path real;
  private final Connector connector;
  private final Function<Path, Store> opener;
  private final Progress progress;

  /**
   * What a file needs.
   *
   * @param file for messages
   * @param real where it is; guarded by the caller
   * @param opener opens other files
   */
  Migration(
      Path file, Path real, Connector connector, Function<Path, Store> opener, Progress progress) {
    this.file = file;
    this.real = real;
    this.connector = connector;
    this.opener = opener;
    this.progress = progress;
  }

  /** Whether a file is in an earlier form. */
  static boolean isNeeded(Connection connection) throws SQLException {
    for (Step step : STEPS) {
      if (step.isDue(connection)) {
        return true;
      }
    }
    return false;
  }

  /** Takes the steps that are due. */
  void run(Writer writer) throws SQLException, DamagedException {
    Path backup = backup();
    writer.useLog();
    for (Step step : STEPS) {
      if (step.isDue(writer.statements().connection())) {
        LOG.info("{}: {}; the file as it was is {}", file, step.name(), backup);
        take(step, writer, backup);
      }
    }
    writer.vacuum(Integer.MAX_VALUE);
    writer.dropLog();
  }

  private void take(Step step, Writer writer, Path backup) throws SQLException, DamagedException {
    boolean done = false;
    writer.begin();
    try {
      step.take(writer, progress);
      writer.commit();
      done = true;
    } catch (DamagedException e) {
      throw new StoreException(
          "Cannot bring " + file + " to the present format: it is damaged: " + e.getMessage(),
          "It was left as it is. Take it from a backup; " + backup + " is a copy of it.",
          e);
    } finally {
      if (!done) {
        writer.rollback();
        writer.dropLog();
      }
    }
    // The tables are others now: what was prepared on the old ones is of no use.
    writer.statements().forget();
  }

  /** Puts a copy beside the file, under a name that is free. */
  private Path backup() {
    String name = String.valueOf(real.getFileName());
    String stem = name.endsWith(".fxd") ? name.substring(0, name.length() - 4) : name;
    for (int number = 1; ; number++) {
      Path backup =
          real.resolveSibling(stem + ".before-update" + (number == 1 ? "" : "-" + number) + ".fxd");
      if (!Files.exists(backup)) {
        try {
          new Copying(connector, opener).copy(backup, false, progress, Cancellation.none());
          return backup;
        } catch (StoreException e) {
          throw new StoreException(
              "Cannot bring "
                  + file
                  + " to the present format: no copy of it can be put beside it: "
                  + e.getMessage(),
              e.hint().orElse("Make room, or move the file to another folder."),
              e);
        } catch (FxdException e) {
          LOG.debug("{} was taken meanwhile", backup, e);
        }
      }
    }
  }
}
