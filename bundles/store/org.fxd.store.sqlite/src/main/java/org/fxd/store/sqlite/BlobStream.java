package org.fxd.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;

/**
 * A blob as a stream. It holds no reader between two pieces, so a forgotten stream costs nothing.
 */
final class BlobStream extends InputStream {
  private final Faults faults;
  private final Hash hash;
  private final Pieces pieces;
  private byte[] current = new byte[0];
  private int at;
  private boolean ended;
  private boolean closed;

  BlobStream(Faults faults, Hash hash, Pieces pieces) {
    this.faults = faults;
    this.hash = hash;
    this.pieces = pieces;
  }

  @Override
  public int read() throws IOException {
    return fill() ? current[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, current.length - at);
    System.arraycopy(current, at, target, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return closed ? 0 : current.length - at;
  }

  @Override
  public void close() {
    closed = true;
    current = new byte[0];
    at = 0;
  }

  /** Whether there is a byte at hand. */
  private boolean fill() throws IOException {
    if (closed) {
      throw new IOException("The stream is closed");
    }
    while (at == current.length) {
      if (ended) {
        return false;
      }
      try {
        Optional<byte[]> next = pieces.next();
        ended = next.isEmpty();
        current = next.orElse(new byte[0]);
        at = 0;
      } catch (DamagedException e) {
        throw faults.damaged(hash, e.getMessage(), e);
      } catch (SQLException e) {
        throw new IOException(faults.of("read", e).getMessage(), e);
      } catch (StoreException | IllegalStateException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    return true;
  }
}
