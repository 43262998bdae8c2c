package org.fxd.shell.api.remote;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fxd.shell.api.ShellIo;

/** An attempt to find the process that has a project open, and to begin a session there. */
final class Knock {
  /** How long a process has to answer that took the call. */
  private static final long PATIENCE_SECONDS = 5;

  private final Path project;
  private final ShellIo io;
  private final String version;

  Knock(Path project, ShellIo io, String version) {
    this.project = io.directory().resolve(project);
    this.io = io;
    this.version = version;
  }

  Optional<RemoteSession> answer() throws SessionRefusedException {
    if (!Files.exists(project)) {
      return Optional.empty();
    }
    try {
      for (SocketPlace place : SocketPlace.of(project.toRealPath())) {
        Optional<RemoteSession> session = place.isThere() ? answer(place) : Optional.empty();
        if (session.isPresent()) {
          return session;
        }
      }
    } catch (SessionRefusedException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty(); // The file cannot be looked at; whoever opens it will say why.
    }
    return Optional.empty();
  }

  /** Nobody answers at a socket that was left behind, and a process that hangs does not either. */
  private Optional<RemoteSession> answer(SocketPlace place) throws SessionRefusedException {
    CountDownLatch answered = new CountDownLatch(1);
    boolean done = false;
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      new Patience(answered, channel).start();
      channel.connect(place.address());
      Wire wire = new Wire(channel);
      Frame frame = ask(wire);
      if (frame instanceof Frame.Welcome welcome && welcome.protocol() == Frame.PROTOCOL) {
        done = true;
        return Optional.of(new RemoteSession(wire, io));
      }
      if (frame instanceof Frame.Refused refused) {
        throwIfFinal(refused);
      }
      return Optional.empty();
    } catch (SessionRefusedException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    } finally {
      answered.countDown();
      if (!done && channel != null) {
        close(channel);
      }
    }
  }

  private Frame ask(Wire wire) throws IOException {
    try {
      wire.write(hello());
    } catch (IOException e) {
      return wire.read(); // One that does not listen has said why before it closed.
    }
    return wire.read();
  }

  private Frame hello() {
    return new Frame.Hello(
        Frame.PROTOCOL,
        version,
        Optional.of(
            new Caller(
                project,
                io.directory(),
                io.terminalOut(),
                io.terminalErr(),
                io.colours(),
                io.width(),
                System.getProperty("user.name", ""),
                variable("GIT_AUTHOR_NAME"),
                variable("GIT_AUTHOR_EMAIL"))));
  }

  private static Optional<String> variable(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
  }

  private void throwIfFinal(Frame.Refused refused) throws SessionRefusedException {
    switch (refused.refusal()) {
      case VERSION ->
          throw new SessionRefusedException(
              project
                  + " is open in another process, which is FXD "
                  + refused.version()
                  + "; this is "
                  + version
                  + ", and commands run there only if both are the same",
              "close the project there, or call the FXD that runs there");
      case BUSY ->
          throw new SessionRefusedException(
              project
                  + " is open in another process, which runs commands for as many others already"
                  + " as it can",
              "try again when some of them have ended");
      case NOT_OPEN -> {
        return; // It closed the project just now.
      }
    }
  }

  private static void close(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      return; // Nobody uses it any more.
    }
  }

  /** Closes a connection on which nobody answers. */
  private static final class Patience extends Thread {
    private final CountDownLatch answered;
    private final SocketChannel channel;

    Patience(CountDownLatch answered, SocketChannel channel) {
      super("fxd-knock");
      this.answered = answered;
      this.channel = channel;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          close(channel);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
