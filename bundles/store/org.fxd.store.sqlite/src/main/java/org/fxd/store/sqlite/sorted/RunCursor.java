package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.Arrays;
import org.fxd.store.sqlite.DamagedException;

/** Goes through the entries of one run. */
final class RunCursor extends EntryCursor {
  /** Who reads more blocks than these in a row takes no room from those who look for something. */
  private static final int KEPT = 8;

  private final Blocks blocks;
  private final Run run;
  private final byte[] from;
  private Block block;
  private int at;
  private int read;
  private boolean ended;

  /** A cursor before the first entry whose key is not below one. */
  RunCursor(Blocks blocks, Run run, byte[] from) {
    this.blocks = blocks;
    this.run = run;
    this.from = from;
  }

  @Override
  public boolean next() throws SQLException, DamagedException {
    if (ended) {
      return false;
    }
    if (block == null) {
      begin();
    } else {
      at++;
    }
    if (block != null && at == block.size()) {
      turn();
    }
    if (block == null) {
      ended = true;
      return false;
    }
    room(block.keyLength(at));
    block.copyKey(at, keyBytes);
    return true;
  }

  @Override
  public byte[] value() {
    return block.value(at);
  }

  @Override
  public boolean isRemoval() {
    return block.isRemoval(at);
  }

  /** Goes to the next block: the one that begins next, wherever this one says that it ends. */
  private void turn() throws SQLException, DamagedException {
    byte[] last = block.key(block.size() - 1);
    block = blocks.after(run, block.key(0), read++ < KEPT);
    at = 0;
    if (block != null && Arrays.compareUnsigned(last, block.key(0)) >= 0) {
      throw new DamagedException("the blocks of run " + run.id() + " overlap");
    }
  }

  private void begin() throws SQLException, DamagedException {
    block = from.length == 0 ? null : blocks.floor(run, from);
    if (block == null) {
      block = blocks.after(run, from, true);
    } else {
      at = block.search(from);
    }
  }
}
