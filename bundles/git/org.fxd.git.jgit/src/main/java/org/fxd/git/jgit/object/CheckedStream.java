package org.fxd.git.jgit.object;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is looked at once all of it was read, by who may throw then. */
public final class CheckedStream extends InputStream {
  private final InputStream in;
  private final Runnable atEnd;
  private boolean ended;

  /**
   * Reads from another stream, which is closed with it.
   *
   * @param atEnd run once, when there is no more
   */
  public CheckedStream(InputStream in, Runnable atEnd) {
    this.in = in;
    this.atEnd = atEnd;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count < 0 && !ended) {
      ended = true;
      atEnd.run();
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
