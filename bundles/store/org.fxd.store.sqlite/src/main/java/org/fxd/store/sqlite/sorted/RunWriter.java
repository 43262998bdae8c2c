package org.fxd.store.sqlite.sorted;

import java.sql.SQLException;
import java.util.Arrays;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.Encoded;

/**
 * Makes the blocks of one run out of entries that come in order. For one thread. What it is given
 * is not copied, and must not change until the block that it stands in was handed on.
 */
public final class RunWriter {
  /**
   * A block and its first key become so large, if they are not compressed, that their row just
   * fills a page of 4,096 bytes: SQLite keeps up to 4,061 bytes of a row together, of which up to
   * 16 are its head and small numbers.
   */
  static final int BLOCK_SIZE = 4_045;

  /** What is well compressed is not larger when it is read. */
  private static final int MOST_SIZE = 4 * BLOCK_SIZE;

  /** The keys of a block are no larger when it is read, whatever it is in the file. */
  static final int KEY_BYTES = 1 << 16;

  /** Compression has to take away one of so many bytes. */
  private static final int WORTHWHILE = 8;

  /** The codec of what stands as it is. */
  private static final int RAW = 0;

  /** Takes blocks as they are finished. */
  @FunctionalInterface
  public interface Sink {
    /** Takes the next block. */
    void accept(BuiltBlock block) throws SQLException;
  }

  /**
   * A block that is to be written.
   *
   * @param first its first key
   * @param last its last key
   * @param entries how many entries it has
   * @param data its content as it stands in the file
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record BuiltBlock(byte[] first, byte[] last, int entries, Encoded data) {}

  /**
   * What a finished run has.
   *
   * @param entries how many entries, with removals
   * @param blocks how many blocks; none if there is no entry
   * @param bytes the size of the blocks as they stand in the file
   */
  public record Totals(long entries, long blocks, long bytes) {}

  private final Space space;
  private final Sink sink;
  private final BlockBuilder block = new BlockBuilder();

  /** How large the next block may become before it is compressed. */
  private int room = BLOCK_SIZE;

  private long entries;
  private long blocks;
  private long bytes;

  /** A writer of a run that is empty yet. */
  public RunWriter(Space space, Sink sink) {
    this.space = space;
    this.sink = sink;
  }

  /** Adds the entry of an edit. */
  public void add(Edit edit) throws SQLException {
    if (!block.isEmpty() && mustFinish(edit)) {
      finishBlock();
    }
    if (edit.isRemoval() && space.repeats()) {
      throw new IllegalArgumentException("nothing is removed from runs of " + space);
    }
    block.add(edit.key(), edit.value());
    entries++;
  }

  /** Adds all entries that a cursor has left. */
  public void addAll(EntryCursor cursor) throws SQLException, DamagedException {
    while (cursor.next()) {
      add(new Edit(cursor.key(), cursor.value()));
    }
  }

  /** Hands the last block on, and tells what the run has. */
  public Totals finish() throws SQLException {
    if (!block.isEmpty()) {
      finishBlock();
    }
    return new Totals(entries, blocks, bytes);
  }

  /**
   * Compresses a block where it helps: what is saved is read once, and unpacked again and again.
   * The next block is taken to be like this one, and to be a little smaller than its page, since
   * one that is larger leaves the most of another page empty.
   */
  private Encoded pack(byte[] content) {
    Encoded packed = Codec.pack(content);
    int size = packed.data().length;
    if (size <= content.length / WORTHWHILE * (WORTHWHILE - 1)) {
      room = (int) Math.min(MOST_SIZE, (long) BLOCK_SIZE * content.length / size * 15 / 16);
      return packed;
    }
    room = BLOCK_SIZE;
    return new Encoded(RAW, content.length, content);
  }

  private boolean mustFinish(Edit next) {
    int order = Arrays.compareUnsigned(block.last(), next.key());
    if (order > 0 || order == 0 && !space.repeats()) {
      throw new IllegalArgumentException("entries of a run must come in order");
    }
    boolean full = block.entries() == BlockForm.MOST_ENTRIES;
    if (order == 0) {
      // A reader looks for all entries of a key in one block.
      boolean tooLarge =
          block.keyBytes() + next.key().length > BlockForm.MOST_KEY_BYTES
              || block.sizeWith(next) > BlockForm.MOST_BYTES;
      if (full || tooLarge) {
        throw new IllegalArgumentException(
            "the " + block.entries() + " entries of one key are more than a block can hold");
      }
      return false;
    }
    return full
        || block.keyBytes() + next.key().length > KEY_BYTES
        || block.sizeWith(next) + block.first().length > room;
  }

  private void finishBlock() throws SQLException {
    byte[] first = block.first();
    byte[] last = block.last();
    int count = block.entries();
    Encoded data = pack(block.finish());
    blocks++;
    bytes += data.data().length;
    sink.accept(new BuiltBlock(first, last, count, data));
  }
}
