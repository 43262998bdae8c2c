package org.fxd.store.v1.file;

import java.sql.Connection;
import java.sql.SQLException;
import org.fxd.graph.api.task.Cancellation;
import org.sqlite.ProgressHandler;

/**
 * How many steps SQLite may take with a file, and whether somebody asked to stop. Even to look at
 * the schema, SQLite follows pages that a damaged file may have lead to each other in a thousand
 * million ways.
 */
final class Work extends ProgressHandler {
  /** After so many steps SQLite asks whether to go on. */
  private static final int STEPS = 100_000;

  /** Steps for a byte of a file: what reading takes, many times over. */
  private static final int STEPS_FOR_BYTE = 20;

  /** Steps for any file: what a schema takes, many times over. */
  private static final long LEAST = 20_000_000;

  private final Cancellation cancellation;
  private long left;

  private Work(long steps, Cancellation cancellation) {
    this.left = steps;
    this.cancellation = cancellation;
  }

  /** Has a connection stop after what a file of some size should take. */
  static void limit(Connection connection, long bytes, Cancellation cancellation)
      throws SQLException {
    limitTo(connection, LEAST + STEPS_FOR_BYTE * bytes, cancellation);
  }

  /** Has a connection stop after some steps, or a few more. */
  static void limitTo(Connection connection, long steps, Cancellation cancellation)
      throws SQLException {
    setHandler(connection, STEPS, new Work(steps, cancellation));
  }

  @Override
  protected int progress() {
    left -= STEPS;
    return left < 0 || cancellation.isCancelled() ? 1 : 0;
  }
}
