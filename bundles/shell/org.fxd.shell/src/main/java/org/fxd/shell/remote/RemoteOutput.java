package org.fxd.shell.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.fxd.shell.api.remote.Frame;
import org.fxd.shell.api.remote.Wire;

/**
 * An output of another process. What goes wrong there goes wrong here: at the next write, and at
 * the latest when it is flushed, which waits until all is written there.
 */
final class RemoteOutput extends OutputStream {
  private final Wire wire;
  private final int number;
  private String failure = "";
  private int unflushed;
  private boolean written;

  RemoteOutput(Wire wire, int number) {
    this.wire = wire;
    this.number = number;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    for (int done = 0; done < length; done += Frame.MAX_CHUNK) {
      check();
      int from = offset + done;
      int to = from + Math.min(Frame.MAX_CHUNK, length - done);
      send(new Frame.Output(number, Arrays.copyOfRange(bytes, from, to)));
      noteWritten();
    }
  }

  private synchronized void noteWritten() {
    written = true;
  }

  @Override
  public void flush() throws IOException {
    synchronized (this) {
      if (!written) {
        return;
      }
      written = false;
      unflushed++;
    }
    send(new Frame.Flush(number));
    await();
  }

  private synchronized void await() throws IOException {
    while (unflushed > 0 && failure.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while writing", e);
      }
    }
    check();
  }

  private void send(Frame frame) throws IOException {
    try {
      wire.write(frame);
    } catch (IOException e) {
      // As a pipe that nobody reads any more: no failure to complain of.
      throw new IOException("Broken pipe: the other process is gone", e);
    }
  }

  private synchronized void check() throws IOException {
    if (!failure.isEmpty()) {
      throw new IOException(failure);
    }
  }

  /** All that came was written there, or could not be. */
  synchronized void flushed(String problem) {
    unflushed = Math.max(0, unflushed - 1);
    if (!problem.isEmpty()) {
      failure = problem;
    }
    notifyAll();
  }

  /** Nothing can be written there any more. */
  synchronized void broken(String problem) {
    failure = problem.isEmpty() ? "Output failed" : problem;
    notifyAll();
  }

  /** The other process is gone. */
  @Override
  public synchronized void close() {
    if (failure.isEmpty()) {
      failure = "Broken pipe: the other process is gone";
    }
    notifyAll();
  }
}
