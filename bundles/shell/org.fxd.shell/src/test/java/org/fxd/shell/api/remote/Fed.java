package org.fxd.shell.api.remote;

import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** A channel from which certain bytes come, a few at a time. */
final class Fed implements ByteChannel {
  private final ByteBuffer bytes;
  long written;

  Fed(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  @Override
  public int read(ByteBuffer to) {
    if (!bytes.hasRemaining()) {
      return -1;
    }
    int count = Math.min(3, Math.min(to.remaining(), bytes.remaining()));
    for (int i = 0; i < count; i++) {
      to.put(bytes.get());
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) {
    int count = from.remaining();
    from.position(from.limit());
    written += count;
    return count;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void close() {}
}
