package org.fxd.shell.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.shell.api.remote.Frame;
import org.fxd.shell.api.remote.Wire;

/**
 * An input of another process. It is asked for what is read when it is read, and for no more: what
 * no command reads stays there for others. Not for more than one reader at a time.
 */
final class RemoteInput extends InputStream {
  private final Wire wire;
  private final int number;
  private byte[] bytes = new byte[0];
  private int position;
  private Frame.InputFailed failure;
  private boolean ended;
  private boolean wanted;
  private boolean closed;

  RemoteInput(Wire wire, int number) {
    this.wire = wire;
    this.number = number;
  }

  /** A script that is read from its beginning; an input goes on where it was. */
  synchronized void begin() {
    if (number == Frame.SCRIPT) {
      bytes = new byte[0];
      position = 0;
      ended = false;
      failure = null;
    }
  }

  /** Some came. */
  synchronized void take(Frame.Input some) {
    if (wanted) {
      wanted = false;
      bytes = some.bytes();
      position = 0;
      ended = bytes.length == 0;
      notifyAll();
    }
  }

  /** It cannot be read. */
  synchronized void take(Frame.InputFailed failed) {
    if (wanted) {
      wanted = false;
      failure = failed;
      notifyAll();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (position == bytes.length && !ended) {
      await(length);
    }
    int count = Math.min(length, bytes.length - position);
    if (count == 0) {
      ended = number == Frame.SCRIPT; // A person may type on after Ctrl-D, as at a terminal.
      return -1;
    }
    System.arraycopy(bytes, position, to, offset, count);
    position += count;
    return count;
  }

  @Override
  public synchronized int available() {
    return bytes.length - position;
  }

  private void await(int length) throws IOException {
    if (closed) {
      throw new IOException("The other process is gone, and its input with it");
    }
    wanted = true;
    wire.write(new Frame.Want(number, Math.min(length, Frame.MAX_CHUNK)));
    while (wanted && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while waiting for input", e);
      }
    }
    if (wanted) {
      throw new IOException("The other process is gone, and its input with it");
    }
    if (failure != null) {
      throwAsRead(failure);
    }
  }

  /** As if it had been read here. */
  private static void throwAsRead(Frame.InputFailed failure) throws IOException {
    String message = failure.message();
    switch (failure.trouble()) {
      case MISSING -> throw new NoSuchFileException(message);
      case DENIED -> throw new AccessDeniedException(message);
      case FOLDER ->
          throw new UsageException(
              "Cannot run " + message + " as a script: it is a folder",
              "-f takes a file of commands");
      case FILE -> throw new FileSystemException(message);
      case OTHER -> throw new IOException(message);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
