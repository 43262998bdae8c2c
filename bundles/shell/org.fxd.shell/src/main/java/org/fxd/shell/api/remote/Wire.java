package org.fxd.shell.api.remote;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * Frames over a connection. One thread reads; any number write, each frame whole. A frame is its
 * length in bytes (four bytes, the highest first), then so many bytes.
 */
public final class Wire implements Closeable {
  private final ByteChannel channel;
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

  /** Over a blocking channel, which is closed with it. */
  public Wire(ByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException if the other side closed the connection, or went
   * @throws ProtocolException if what comes is no frame; nothing more can be read then
   * @throws IOException if the connection fails, or is closed here
   */
  public Frame read() throws IOException {
    length.clear();
    fill(length);
    int count = length.getInt(0);
    if (count < 1 || count > Frame.MAX_BYTES) {
      throw new ProtocolException("A frame cannot have " + count + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate(count);
    fill(bytes);
    return FrameCodec.decode(bytes.array());
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("The other side closed the connection");
      }
    }
  }

  /**
   * Sends a frame, waiting for the other side if it is slow.
   *
   * @throws ProtocolException if it is too large; nothing was sent
   * @throws IOException if the connection fails, or is closed
   */
  public void write(Frame frame) throws IOException {
    byte[] bytes = FrameCodec.encode(frame);
    ByteBuffer all = ByteBuffer.allocate(Integer.BYTES + bytes.length);
    all.putInt(bytes.length).put(bytes).flip();
    synchronized (channel) {
      while (all.hasRemaining()) {
        channel.write(all);
      }
    }
  }

  /** Closes the connection; whoever reads or writes fails. Again: does nothing. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      return; // Closed or not, nobody uses it any more.
    }
  }
}
