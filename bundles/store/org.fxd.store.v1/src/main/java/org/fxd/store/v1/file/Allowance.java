package org.fxd.store.v1.file;

import java.nio.file.Path;

/**
 * How much can be read of a file at most. A damaged tree of pages may lead to the same page again
 * and again; then there is more to be read than the file is long.
 */
final class Allowance {
  /** No row takes less. */
  private static final int LEAST_ROW = 4;

  private final Path file;
  private long bytes;
  private long rows;

  Allowance(Path file, long size) {
    this.file = file;
    this.bytes = size;
    this.rows = size / LEAST_ROW;
  }

  /** Reads one more row. */
  void row() {
    if (--rows < 0) {
      throw over();
    }
  }

  /** Reads one more column; gives it back. */
  byte[] column(byte[] column) {
    bytes -= column == null ? 0 : column.length;
    if (bytes < 0) {
      throw over();
    }
    return column;
  }

  private RuntimeException over() {
    return Refusal.damaged(file, "there is more in its tables than it is long", null);
  }
}
