package org.fxd.shell.api.remote;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes where the client writes, and tells the holder when that fails: as if the command had
 * written there itself, it is told at its next write, or when it flushes.
 */
final class Outputs {
  private final Wire wire;
  private final OutputStream[] streams;
  private final String[] failures = {"", ""};

  Outputs(Wire wire, OutputStream standard, OutputStream errors) {
    this.wire = wire;
    this.streams = new OutputStream[] {standard, errors};
  }

  void write(Frame.Output output) throws IOException {
    int stream = output.output();
    if (failures[stream].isEmpty()) {
      try {
        streams[stream].write(output.bytes());
      } catch (IOException e) {
        failures[stream] = String.valueOf(e.getMessage());
        wire.write(new Frame.Broken(stream, failures[stream]));
      }
    }
  }

  void flush(Frame.Flush flush) throws IOException {
    flush(flush.output());
    wire.write(new Frame.Flushed(flush.output(), failures[flush.output()]));
  }

  /** What came is seen before the one who waits goes on. */
  void flush() {
    flush(Frame.STANDARD);
    flush(Frame.ERRORS);
  }

  private void flush(int stream) {
    try {
      streams[stream].flush();
    } catch (IOException e) {
      if (failures[stream].isEmpty()) {
        failures[stream] = String.valueOf(e.getMessage());
      }
    }
  }
}
