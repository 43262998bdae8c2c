package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The stream of a blob of which one knows already that nothing of it can be read. */
final class DamagedStream extends InputStream {
  private final IOException failure;

  DamagedStream(IOException failure) {
    this.failure = failure;
  }

  @Override
  public int read() throws IOException {
    throw failure;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    throw failure;
  }
}
