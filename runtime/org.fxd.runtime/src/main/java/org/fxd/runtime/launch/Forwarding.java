package org.fxd.runtime.launch;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.RemoteSession;
import org.fxd.shell.api.remote.SessionRefusedException;

/**
 * Has commands run by the process that has the project open, if there is one. Nothing of the
 * container is loaded for that.
 */
final class Forwarding {
  private static final int FAILED = 1;

  /** How long a command that was asked to stop may take: as long as one of this process. */
  private static final long STOP_MILLIS = 1500;

  /** Of a terminal, all of the line that the cursor is in. */
  private static final String ERASE = "\r\u001b[K";

  private final Path project;
  private final List<Options.Step> steps;
  private final ShellIo io;

  Forwarding(Path project, List<Options.Step> steps, ShellIo io) {
    this.project = project;
    this.steps = steps;
    this.io = io;
  }

  /**
   * Runs the steps up to the first that fails.
   *
   * @param version of this FXD
   * @return the exit code; empty if nobody answers who has the project open
   */
  OptionalInt run(String version) {
    try {
      Optional<RemoteSession> held = RemoteSession.open(project, io, version);
      return held.isPresent() ? OptionalInt.of(run(held.get())) : OptionalInt.empty();
    } catch (SessionRefusedException e) {
      return OptionalInt.of(failed(e.getMessage(), e.hint().orElse("")));
    }
  }

  private int run(RemoteSession opened) {
    Thread stopping = new Stopping(opened);
    Runtime.getRuntime().addShutdownHook(stopping);
    try (RemoteSession session = opened) {
      int code = Main.OK;
      for (Options.Step step : steps) {
        code = step.script() ? session.script(Path.of(step.text())) : session.run(step.text());
        if (code != Main.OK || session.isEnded()) {
          break;
        }
      }
      return code;
    } catch (EOFException e) {
      return failed(
          "The process that has " + project + " open ended before it had answered",
          "what it acknowledged is kept; look how far it came, and call again");
    } catch (IOException e) {
      return failed(
          "The connection to the process that has " + project + " open failed: " + e.getMessage(),
          "what it acknowledged is kept; look how far it came, and call again");
    } finally {
      forget(stopping);
    }
  }

  /** It has ended by itself: to run the hook would only take time. */
  private static void forget(Thread stopping) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopping);
    } catch (IllegalStateException e) {
      return; // The process is ending, and the hook runs already.
    }
  }

  /**
   * An error as it is written.
   *
   * @param terminal then there may be a line of progress, of which nobody knows any more
   */
  static String said(String message, String hint, boolean terminal) {
    return (terminal ? ERASE : "")
        + "error: "
        + message
        + "\n"
        + (hint.isEmpty() ? "" : "  " + hint + "\n");
  }

  private int failed(String message, String hint) {
    String text = said(message, hint, io.terminalErr());
    OutputStream err = io.err();
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      return FAILED; // Nobody reads it; the exit code says it too.
    }
    return FAILED;
  }

  /** Ctrl-C, or a signal: what runs there is to stop, and what it says of it is to be seen. */
  private static final class Stopping extends Thread {
    private final RemoteSession session;

    Stopping(RemoteSession session) {
      super("fxd-stop");
      this.session = session;
    }

    @Override
    public void run() {
      session.cancel();
      try {
        session.awaitIdle(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      session.close();
    }
  }
}
