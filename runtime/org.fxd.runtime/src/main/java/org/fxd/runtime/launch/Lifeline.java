package org.fxd.runtime.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.fxd.runtime.Host;
import org.fxd.shell.api.Session;

/**
 * Ends in good order when the process is told to (Ctrl-C, SIGTERM): asks the running command to
 * stop, closes the project and stops the host, within two seconds. Whatever was acknowledged is
 * durable already, so that a process that is killed instead loses nothing either.
 */
final class Lifeline extends Thread {
  private static final Duration FOR_MAIN = Duration.ofMillis(200);
  private static final Duration FOR_HOST = Duration.ofMillis(300);

  private final Host host;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile Session session;

  private Lifeline(Host host) {
    super("fxd-stop");
    this.host = host;
  }

  static Lifeline of(Host host) {
    Lifeline lifeline = new Lifeline(host);
    Runtime.getRuntime().addShutdownHook(lifeline);
    return lifeline;
  }

  /** From now on, this is what runs commands. */
  void watch(Session running) {
    session = running;
  }

  /** All is stopped: there is nothing left to do. */
  void done() {
    done.countDown();
  }

  @Override
  public void run() {
    Session running = session;
    if (running != null && done.getCount() > 0) {
      // At once if nothing runs; else it asks the command to stop and waits up to 1.5 seconds.
      running.close();
    }
    try {
      if (!done.await(running == null ? 0 : FOR_MAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        host.stop(FOR_HOST);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
