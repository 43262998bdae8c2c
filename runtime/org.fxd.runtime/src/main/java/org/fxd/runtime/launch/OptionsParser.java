package org.fxd.runtime.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.fxd.runtime.launch.Options.Step;

/**
 * Reads the words that {@code fxd} was called with. By hand: to load a library that does took more
 * than half of the time of a command that another process runs.
 */
final class OptionsParser {
  private final Iterator<String> words;
  private final List<Step> steps = new ArrayList<>();
  private Optional<Path> project = Optional.empty();
  private Optional<Path> data = Optional.empty();
  private Optional<Path> plugins = Optional.empty();
  private boolean demo;
  private boolean help;
  private boolean version;

  OptionsParser(String... arguments) {
    this.words = List.of(arguments).iterator();
  }

  Options options() throws OptionsException {
    while (words.hasNext()) {
      read(words.next());
    }
    return new Options(project, data, plugins, List.copyOf(steps), demo, help, version);
  }

  private void read(String word) throws OptionsException {
    switch (word) {
      case "-h", "--help" -> help = true;
      case "-V", "--version" -> version = true;
      case "demo" -> demo = true;
      default -> {
        int end = word.startsWith("--") ? word.indexOf('=') : Math.min(2, word.length());
        String name = end < 0 ? word : word.substring(0, end);
        Optional<String> attached =
            end < 0 || end == word.length()
                ? Optional.empty()
                : Optional.of(word.substring(word.charAt(end) == '=' ? end + 1 : end));
        option(word, name, attached);
      }
    }
  }

  private void option(String word, String name, Optional<String> attached) throws OptionsException {
    switch (name) {
      case "-c" -> steps.add(new Step(false, value(name, "COMMAND", attached)));
      case "-f" -> steps.add(new Step(true, value(name, "SCRIPT", attached)));
      case "-p", "--project" -> project = path(project, "--project", "PROJECT", attached);
      case "--data" -> data = path(data, name, "DIR", attached);
      case "--plugins" -> plugins = path(plugins, name, "DIR", attached);
      default ->
          throw new OptionsException(
              word.startsWith("-")
                  ? "fxd has no option '" + word + "'"
                  : "fxd does not know '" + word + "'; a command goes with -c '" + word + "'");
    }
  }

  private String value(String name, String label, Optional<String> attached)
      throws OptionsException {
    if (attached.isPresent()) {
      return attached.get();
    }
    if (!words.hasNext()) {
      throw new OptionsException(name + " needs its " + label);
    }
    return words.next();
  }

  private Optional<Path> path(
      Optional<Path> before, String name, String label, Optional<String> attached)
      throws OptionsException {
    String text = value(name, label, attached);
    if (before.isPresent()) {
      throw new OptionsException(name + " is given twice: " + before.get() + " and " + text);
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      throw new OptionsException(name + " names no path: " + e.getMessage());
    }
  }
}
