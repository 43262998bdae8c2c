package org.fxd.shell.remote;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.Caller;
import org.fxd.shell.api.remote.Frame;
import org.fxd.shell.api.remote.Frame.Refusal;
import org.fxd.shell.api.remote.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Another process that sends commands. One thread reads what it says, which may be that a command
 * shall stop; another one runs its commands.
 */
final class Visit {
  private static final Logger LOG = LoggerFactory.getLogger(Visit.class);

  /** How long it may be connected without saying what it wants. */
  private static final long HELLO_SECONDS = 5;

  private final Wire wire;
  private final Workspace workspace;
  private final Sessions sessions;
  private final String version;
  private final Consumer<Visit> whenOver;
  private final long began = System.nanoTime();
  private final RemoteInput input;
  private final RemoteInput script;
  private final RemoteOutput out;
  private final RemoteOutput err;
  private volatile Session session;
  private volatile boolean greeted;
  private volatile boolean ending;
  private boolean busy;

  /**
   * A connection that was just accepted.
   *
   * @param whenOver told when it is over
   */
  Visit(
      Wire wire, Workspace workspace, Sessions sessions, String version, Consumer<Visit> whenOver) {
    this.wire = wire;
    this.workspace = workspace;
    this.sessions = sessions;
    this.version = version;
    this.whenOver = whenOver;
    this.input = new RemoteInput(wire, Frame.STANDARD);
    this.script = new RemoteInput(wire, Frame.SCRIPT);
    this.out = new RemoteOutput(wire, Frame.STANDARD);
    this.err = new RemoteOutput(wire, Frame.ERRORS);
  }

  /** Begins to listen to it. */
  void start() {
    thread("fxd-visit", this::listen);
  }

  private static void thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    try {
      if (greet(wire.read())) {
        while (true) {
          hear(wire.read());
        }
      }
    } catch (EOFException e) {
      LOG.debug("A visit to {} has ended", workspace.project());
    } catch (ProtocolException e) {
      LOG.warn("Someone sends what is no command to {}: {}", workspace.project(), e.getMessage());
    } catch (IOException e) {
      LOG.debug("A visit to {} has ended", workspace.project(), e);
    } finally {
      over();
    }
  }

  /** Whether commands may come. */
  private boolean greet(Frame first) throws IOException {
    if (!(first instanceof Frame.Hello hello)) {
      throw new ProtocolException("It does not say hello");
    }
    greeted = true;
    Optional<Caller> caller = hello.caller();
    if (caller.isEmpty() || !hello.version().equals(version)) {
      return refuse(Refusal.VERSION);
    }
    if (ending || !isOpenHere(caller.get().project())) {
      return refuse(Refusal.NOT_OPEN);
    }
    LOG.debug("{} runs commands in {}", caller.get().user(), workspace.project());
    Session begun = sessions.open(io(caller.get()), caller.get());
    session = begun;
    if (begun.project(caller.get().project()) != 0) {
      return refuse(Refusal.NOT_OPEN);
    }
    wire.write(new Frame.Welcome(Frame.PROTOCOL, version));
    return true;
  }

  private boolean isOpenHere(Path project) {
    try {
      return project.toRealPath().toString().equals(workspace.project());
    } catch (IOException e) {
      LOG.debug("{} is asked for and cannot be looked at", project, e);
      return false;
    }
  }

  private boolean refuse(Refusal refusal) throws IOException {
    wire.write(new Frame.Refused(Frame.PROTOCOL, version, refusal));
    return false;
  }

  /** What the caller sees; nothing of it is a terminal to type at. */
  private ShellIo io(Caller caller) {
    return new ShellIo(
        input,
        out,
        err,
        false,
        caller.terminalOut(),
        caller.terminalErr(),
        caller.colours(),
        caller.width(),
        caller.directory());
  }

  private void hear(Frame frame) throws IOException {
    Session running = session;
    if (frame instanceof Frame.Run run) {
      work(() -> running.run(run.line()));
    } else if (frame instanceof Frame.Script wanted) {
      RemoteInput from = wanted.input() == Frame.SCRIPT ? script : input;
      from.begin();
      work(() -> running.script(wanted.name(), from));
    } else if (frame instanceof Frame.Cancel) {
      running.cancel();
    } else if (frame instanceof Frame.Input some) {
      input(some.input()).take(some);
    } else if (frame instanceof Frame.InputFailed failed) {
      input(failed.input()).take(failed);
    } else if (frame instanceof Frame.Flushed flushed) {
      output(flushed.output()).flushed(flushed.failure());
    } else if (frame instanceof Frame.Broken broken) {
      output(broken.output()).broken(broken.failure());
    } else {
      throw new ProtocolException("It sends what only the other side may send");
    }
  }

  private RemoteInput input(int number) {
    return number == Frame.SCRIPT ? script : input;
  }

  private RemoteOutput output(int number) {
    return number == Frame.ERRORS ? err : out;
  }

  private void work(IntSupplier command) throws IOException {
    synchronized (this) {
      if (busy) {
        throw new ProtocolException("It sends a command while one runs");
      }
      busy = true;
    }
    thread("fxd-visit-command", () -> run(command));
  }

  private void run(IntSupplier command) {
    int code = 1;
    try {
      code = ending ? code : command.getAsInt();
    } finally {
      synchronized (this) {
        busy = false;
        notifyAll();
      }
    }
    try {
      wire.write(new Frame.Done(code & 0xff, ending || session.isEnded()));
    } catch (IOException e) {
      LOG.debug("Nobody waits for the end of a command any more", e);
    }
    if (ending) {
      wire.close();
    }
  }

  /** Ends the connection if it was made long ago and nothing was said. */
  void endIfSilent() {
    if (!greeted && System.nanoTime() - began > TimeUnit.SECONDS.toNanos(HELLO_SECONDS)) {
      LOG.info("Someone connected to {} and says nothing", workspace.project());
      wire.close();
    }
  }

  /** Asks what runs to stop; what comes then is not run any more. */
  void end() {
    ending = true;
    Session running = session;
    if (running != null) {
      running.cancel();
    }
    synchronized (this) {
      if (!busy) {
        wire.close();
      }
    }
  }

  /** Waits until nothing runs, or the time is over. */
  synchronized void awaitIdle(long deadline) {
    try {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      while (busy && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void over() {
    wire.close();
    input.close();
    script.close();
    out.close();
    err.close();
    Session running = session;
    if (running != null) {
      running.close();
    }
    whenOver.accept(this);
  }
}
