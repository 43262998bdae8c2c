package org.fxd.runtime.launch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Sends everything that is logged into files in the data folder, and what third parties print on
 * the console as well: the console belongs to the person. A logging configuration named in {@code
 * java.util.logging.config.file} is left as it is.
 */
final class Logs {
  // The JDK forgets the level of a logger that nobody holds.
  private static final Logger FXD = Logger.getLogger("org.fxd");
  private static final Logger CONSOLE = Logger.getLogger("console");

  private Logs() {}

  static void into(Path data) {
    if (System.getProperty("java.util.logging.config.file") == null) {
      LogManager.getLogManager().reset();
      Logger root = Logger.getLogger("");
      root.setLevel(Level.WARNING);
      root.addHandler(new LogFile(data.resolve("log")));
      FXD.setLevel(Level.INFO);
    }
    System.setOut(lines(Level.INFO));
    System.setErr(lines(Level.WARNING));
  }

  private static PrintStream lines(Level level) {
    return new PrintStream(new Lines(level), true, StandardCharsets.UTF_8);
  }

  /** Logs whole lines. */
  private static final class Lines extends OutputStream {
    private final Level level;
    private final java.io.ByteArrayOutputStream line = new java.io.ByteArrayOutputStream();

    Lines(Level level) {
      this.level = level;
    }

    @Override
    public synchronized void write(int octet) {
      if (octet == '\n') {
        String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
          CONSOLE.log(level, text);
        }
      } else {
        line.write(octet);
      }
    }
  }
}
