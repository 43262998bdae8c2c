package org.fxd.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Gives out the numbers of rows. None is given out twice while a file is open. */
final class Numbers {
  private final AtomicLong frame = new AtomicLong();
  private final AtomicLong piece = new AtomicLong();
  private final AtomicLong run = new AtomicLong();

  /** So many numbers must be left of each kind. */
  private static final long LEFT = 1L << 32;

  /** The highest number of a frame with which one can go on. */
  static final long HIGHEST_FRAME = Place.MAX_FRAME - LEFT;

  /** The highest number of a piece with which one can go on. */
  static final long HIGHEST = Long.MAX_VALUE - LEFT;

  /** The highest number of a run or a transaction with which one can go on. */
  static final long HIGHEST_READ = StateReading.HIGHEST - LEFT;

  /** More runs than any file gets to, and far fewer than are read, so that some can come. */
  private static final int MOST_RUNS = 5000;

  /** Goes on behind what is in a file. */
  static Numbers behind(Reader reader) throws SQLException, DamagedException {
    Numbers numbers = new Numbers();
    for (Table table : Table.values()) {
      numbers.frame.accumulateAndGet(reader.highest(table.sql()), Math::max);
    }
    numbers.piece.set(reader.highest("pieces"));
    // Blocks of a run that is missing must not become a part of a new one.
    numbers.run.set(Math.max(reader.highest("runs"), reader.highestRunOfBlocks()));
    if (numbers.frame.get() > HIGHEST_FRAME
        || numbers.piece.get() > HIGHEST
        || numbers.run.get() > HIGHEST_READ
        || reader.highest("transactions") > HIGHEST_READ) {
      throw new DamagedException("a row of it has a number that no row gets to");
    }
    if (reader.count("runs", MOST_RUNS + 1) > MOST_RUNS) {
      throw new DamagedException("it has more than " + MOST_RUNS + " runs");
    }
    return numbers;
  }

  /** One for a frame, in whatever table. */
  long nextFrame() {
    long next = frame.incrementAndGet();
    if (next < 1 || next > Place.MAX_FRAME) {
      throw new IllegalStateException("There are no numbers of frames left");
    }
    return next;
  }

  long nextRun() {
    return run.incrementAndGet();
  }

  /** The next one for a piece; the pieces of a blob take theirs one after the other. */
  long nextPiece() {
    return piece.get() + 1;
  }

  /** Says that pieces were written up to a number. */
  void tookPieces(long upTo) {
    piece.accumulateAndGet(upTo, Math::max);
  }
}
