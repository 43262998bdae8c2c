package org.fxd.runtime.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fxd.runtime.container.Distribution;

/**
 * Runs the runnable jar once more with a flag that a jar cannot carry: from JDK 24 on, Java warns
 * on the console about a call that the framework makes while it loads, unless it is told that this
 * is known. The start scripts pass the flag themselves.
 */
final class Relaunch {
  private static final String DONE = "fxd.relaunched";

  /** Environment: tells the start script that nobody answers. */
  private static final String WITHOUT_CLIENT = "FXD_CLIENT";

  private static final String FLAG = "--sun-misc-unsafe-memory-access=allow";
  private static final int FIRST_TO_WARN = 24;

  private Relaunch() {}

  /** Whether this process is to hand over to another. */
  static boolean isNeeded() {
    return Runtime.version().feature() >= FIRST_TO_WARN
        && System.getProperty(Distribution.HOME) == null
        && System.getProperty(DONE) == null
        && Files.isRegularFile(Distribution.ownPlace());
  }

  /**
   * Hands over.
   *
   * @return the other process's exit code
   */
  static int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(FLAG);
    command.add("-D" + DONE + "=true");
    command.addAll(own(arguments));
    return run(new ProcessBuilder(command));
  }

  /**
   * Hands over to the whole program, which the start script starts.
   *
   * @return the other process's exit code
   */
  static int script(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add("/bin/sh");
    command.add(Path.of(System.getProperty(Distribution.HOME), "bin", "fxd").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder script = new ProcessBuilder(command);
    script.environment().put(WITHOUT_CLIENT, "off");
    return run(script);
  }

  private static int run(ProcessBuilder command) throws IOException, InterruptedException {
    Process other = command.inheritIO().start();
    // Whoever ends this process means the other one, and wants to know when it has ended.
    Thread ending =
        new Thread(
            () -> {
              other.destroy();
              try {
                other.waitFor(3, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "fxd-stop");
    Runtime.getRuntime().addShutdownHook(ending);
    int code = other.waitFor();
    try {
      Runtime.getRuntime().removeShutdownHook(ending);
    } catch (IllegalStateException e) {
      return code; // It is ending already; the hook finds that the other one has ended.
    }
    return code;
  }

  /** This process's own arguments, Java's included where the platform tells them. */
  private static List<String> own(String... arguments) {
    return ProcessHandle.current()
        .info()
        .arguments()
        .map(List::of)
        .orElseGet(
            () -> {
              List<String> all = new ArrayList<>();
              all.add("-jar");
              all.add(Distribution.ownPlace().toString());
              all.addAll(List.of(arguments));
              return all;
            });
  }
}
