package org.fxd.store.sqlite.sorted;

/** Goes through the entries of an overlay. */
final class OverlayCursor extends EntryCursor {
  private final Edit[][] chunks;
  private int chunk;
  private int at;
  private Edit edit;

  /** A cursor before an entry of a chunk, or behind its last one. */
  OverlayCursor(Edit[][] chunks, int chunk, int at) {
    this.chunks = chunks;
    this.chunk = chunk;
    this.at = at;
  }

  @Override
  public boolean next() {
    if (chunk < chunks.length && at == chunks[chunk].length) {
      chunk++;
      at = 0;
    }
    if (chunk == chunks.length) {
      return false;
    }
    edit = chunks[chunk][at++];
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
