package org.fxd.runtime.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Rotating log files, made when there is something to write. Two processes on one data folder write
 * into files of their own, because the JDK locks each.
 */
final class LogFile extends Handler {
  private static final int BYTES = 2_000_000;
  private static final int FILES = 5;

  private final Path folder;
  private FileHandler files;
  private boolean hopeless;

  LogFile(Path folder) {
    this.folder = folder;
  }

  @Override
  public synchronized void publish(LogRecord found) {
    if (!isLoggable(found) || hopeless) {
      return;
    }
    try {
      if (files == null) {
        Files.createDirectories(folder);
        // A percent sign in the folder's name means itself.
        String pattern = folder.toString().replace("%", "%%") + "/fxd-%u.%g.log";
        files = new FileHandler(pattern, BYTES, FILES, true);
        files.setEncoding("UTF-8");
        files.setFormatter(new Line());
      }
      files.publish(found);
    } catch (IOException e) {
      hopeless = true; // Nobody can be told of it, and no command fails for want of a log.
    }
  }

  @Override
  public synchronized void flush() {
    if (files != null) {
      files.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (files != null) {
      files.close();
      files = null;
    }
  }

  /** Time, level, thread, logger, message, and the trace if there is one. */
  private static final class Line extends Formatter {
    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx")
            .withZone(ZoneId.systemDefault());

    @Override
    public String format(LogRecord found) {
      StringBuilder line =
          new StringBuilder()
              .append(TIME.format(found.getInstant()))
              .append(' ')
              .append(found.getLevel().getName())
              .append(' ')
              .append(found.getLoggerName())
              .append(" [")
              .append(ProcessHandle.current().pid())
              .append('/')
              .append(found.getLongThreadID())
              .append("] ")
              .append(formatMessage(found))
              .append('\n');
      if (found.getThrown() != null) {
        java.io.StringWriter trace = new java.io.StringWriter();
        found.getThrown().printStackTrace(new java.io.PrintWriter(trace));
        line.append(trace);
      }
      return line.toString();
    }
  }
}
