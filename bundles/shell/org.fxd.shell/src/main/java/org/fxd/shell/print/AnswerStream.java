package org.fxd.shell.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Where answers go: buffered, never closed, and it remembers when nobody reads any more ({@code |
 * head}), which is no failure to complain of.
 */
public final class AnswerStream extends OutputStream {
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 14];
  private int filled;
  private boolean abandoned;
  private byte last = '\n';

  /** Buffers a stream. */
  public AnswerStream(OutputStream out) {
    this.out = out;
  }

  /** Whether the reader has gone. */
  public boolean isAbandoned() {
    return abandoned;
  }

  /** Whether what was written does not end with a line break. */
  public boolean isWithinLine() {
    return last != '\n';
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (length > 0) {
      last = bytes[offset + length - 1];
    }
    if (length > buffer.length - filled) {
      drain();
    }
    if (length > buffer.length) {
      pass(bytes, offset, length);
    } else {
      System.arraycopy(bytes, offset, buffer, filled, length);
      filled += length;
    }
  }

  @Override
  public void flush() throws IOException {
    drain();
    try {
      out.flush();
    } catch (IOException e) {
      throw noticed(e);
    }
  }

  /** Flushes; what is behind stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }

  /** Forgets what was not written yet. */
  public void discard() {
    filled = 0;
  }

  private void drain() throws IOException {
    int length = filled;
    filled = 0;
    pass(buffer, 0, length);
  }

  private void pass(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw noticed(e);
    }
  }

  private IOException noticed(IOException e) {
    // The platform's own words: Linux and macOS say "Broken pipe", Windows "The pipe is being
    // closed", a pipe within the process "Pipe closed", "Read end dead" or "Pipe broken".
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    abandoned |= message.contains("pipe") || message.contains("read end dead");
    return e;
  }
}
