package org.fxd.store.sqlite.sorted;

/** Goes through the entries of an overlay. */
final class OverlayCursor extends EntryCursor {
  private final Chunk[] chunks;
  private final int count;
  private int chunk;
  private int at;
  private Edit edit;

  /**
   * A cursor before an entry of a chunk, or behind its last one.
   *
   * @param count how many of the chunks are of use
   */
  OverlayCursor(Chunk[] chunks, int count, int chunk, int at) {
    this.chunks = chunks;
    this.count = count;
    this.chunk = chunk;
    this.at = at;
  }

  @Override
  public boolean next() {
    if (chunk < count && at == chunks[chunk].size()) {
      chunk++;
      at = 0;
    }
    if (chunk == count) {
      return false;
    }
    edit = chunks[chunk].get(at++);
    // Never written to: only room() makes what is written to, and this cursor does not call it.
    keyBytes = edit.key();
    keyLength = keyBytes.length;
    return true;
  }

  @Override
  public byte[] value() {
    return edit.value();
  }

  @Override
  public boolean isRemoval() {
    return edit.isRemoval();
  }
}
