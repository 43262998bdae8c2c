package org.fxd.shell.print;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.fxd.graph.api.task.Progress;

/**
 * Tells a person how far long work has come: on a terminal after a second, as one line that is
 * drawn anew and erased at the end; elsewhere as a line every few seconds. Nothing is drawn by the
 * working threads; they only count.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long FIRST_MILLIS = 1000;
  private static final long REDRAW_MILLIS = 200;
  private static final long PLAIN_MILLIS = 3000;
  private static final String ERASE = "\r\u001b[K";

  // A window may be narrower than anyone told, or become so: a line that wraps cannot be erased.
  private static final String WITHOUT_WRAP = "\u001b[?7l";
  private static final String WITH_WRAP = "\u001b[?7h";

  private final OutputStream err;
  private final boolean terminal;
  private final int width;
  private final LongAdder done = new LongAdder();
  private final long started = System.nanoTime();
  private ScheduledExecutorService clock;
  private String phase = "";
  private long total = -1;
  private boolean drawn;

  /** Draws on a stream once the first phase begins. */
  public ProgressLine(OutputStream err, boolean terminal, int width) {
    this.err = err;
    this.terminal = terminal;
    this.width = width;
  }

  @Override
  public synchronized void phase(String name, long units) {
    phase = name;
    total = units;
    done.reset();
    if (clock == null) {
      clock =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "fxd-progress");
                thread.setDaemon(true);
                return thread;
              });
      var unused =
          clock.scheduleWithFixedDelay(
              this::draw,
              terminal ? FIRST_MILLIS : PLAIN_MILLIS,
              terminal ? REDRAW_MILLIS : PLAIN_MILLIS,
              TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void advance(long units) {
    done.add(units);
  }

  /** Erases the line and draws no more, until the next phase begins. */
  @Override
  public synchronized void close() {
    if (clock != null) {
      clock.shutdownNow();
      clock = null;
    }
    if (drawn) {
      write(ERASE);
      drawn = false;
    }
  }

  /** What the line says now. */
  synchronized String text() {
    StringBuilder text = new StringBuilder(phase);
    long count = done.sum();
    if (total > 0) {
      long percent = Math.min(100, count * 100 / total);
      text.append(String.format(Locale.ROOT, "  %,d of %,d (%d %%)", count, total, percent));
    } else if (count > 0) {
      text.append(String.format(Locale.ROOT, "  %,d", count));
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
    return VisibleText.of(text.append("  ").append(seconds).append(" s").toString());
  }

  private synchronized void draw() {
    if (clock == null) {
      return;
    }
    String text = text();
    if (terminal) {
      write(drawing(text));
      drawn = true;
    } else {
      write(text + "\n");
    }
  }

  /** What puts the text into the terminal's line, whatever was there. */
  String drawing(String text) {
    String cut = text.substring(0, Math.min(text.length(), width - 1));
    return WITHOUT_WRAP + ERASE + cut + WITH_WRAP;
  }

  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      drawn = false; // Nobody watches any more; the work itself goes on.
      if (clock != null) {
        clock.shutdown();
        clock = null;
      }
    }
  }
}
