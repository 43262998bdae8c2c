package org.fxd.store.sqlite;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A stream with its first byte, which someone has read to see whether there is one, back in front.
 */
final class HeadFirst extends FilterInputStream {
  private final byte head;
  private boolean given;

  HeadFirst(byte head, InputStream rest) {
    super(rest);
    this.head = head;
  }

  @Override
  public int read() throws IOException {
    if (given) {
      return super.read();
    }
    given = true;
    return head & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (given || length == 0) {
      return super.read(target, offset, length);
    }
    given = true;
    target[offset] = head;
    return 1;
  }

  /** Not supported: the head is not counted. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
