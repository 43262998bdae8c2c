package org.fxd.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution's start script, run as a person would, with a data folder of its own. */
final class Fxd {
  private static final Path SCRIPT =
      Path.of(System.getProperty("fxd.home")).normalize().resolve("bin/fxd");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private int runs;

  /**
   * @param folder where commands run; the data and the plugins are in folders below it
   */
  Fxd(Path folder) {
    this.folder = folder;
  }

  /** Sets a variable for all runs from now on. */
  Fxd with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What a run ended with. */
  record Result(int exit, String out, String err) {
    String all() {
      return "exit " + exit + "\n--- out\n" + out + "\n--- err\n" + err;
    }
  }

  Path plugins() {
    return folder.resolve("plugins");
  }

  /** Runs to the end. */
  Result run(String... arguments) throws IOException, InterruptedException {
    return finish(start(List.of(), arguments));
  }

  /** Runs to the end under a shell's settings, such as {@code ulimit -f 100}. */
  Result runUnder(String settings, String... arguments) throws IOException, InterruptedException {
    return finish(start(List.of("sh", "-c", settings + "; exec \"$@\"", "sh"), arguments));
  }

  /** Runs to the end with an input. */
  Result runWith(String input, String... arguments) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("input-" + runs), input);
    return runUnder("exec <'" + file + "'", arguments);
  }

  /** A run that goes on, with its output in files. */
  record Running(Process process, Path out, Path err) {}

  Running start(List<String> prefix, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(SCRIPT.toString());
    command.add("--data");
    command.add(folder.resolve("data").toString());
    command.add("--plugins");
    command.add(plugins().toString());
    command.addAll(List.of(arguments));
    Path out = folder.resolve("run-" + ++runs + ".out");
    Path err = folder.resolve("run-" + runs + ".err");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process =
        builder
            .redirectInput(
                ProcessBuilder.Redirect.from(Files.createTempFile(folder, "in", "").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  Result finish(Running running) throws IOException, InterruptedException {
    if (!running.process().waitFor(180, TimeUnit.SECONDS)) {
      running.process().destroyForcibly();
      throw new AssertionError("It did not end: " + Files.readString(running.err()));
    }
    return new Result(
        running.process().exitValue(),
        Files.readString(running.out(), StandardCharsets.UTF_8),
        Files.readString(running.err(), StandardCharsets.UTF_8));
  }
}
