package org.fxd.git.jgit.object;

import java.io.IOException;
import java.io.InputStream;

/** A stream of which all that is read is hashed. Closing it closes the other one, too. */
public final class HashedStream extends InputStream {
  private final InputStream in;
  private final GitHasher hasher;

  /** Reads from another stream. */
  public HashedStream(InputStream in, GitHasher hasher) {
    this.in = in;
    this.hasher = hasher;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    if (count > 0) {
      hasher.update(into, offset, count);
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
