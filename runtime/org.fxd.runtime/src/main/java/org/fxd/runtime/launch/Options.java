package org.fxd.runtime.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What {@code fxd} was called with.
 *
 * @param project the project file to work on
 * @param data the data folder; the platform's if not given
 * @param plugins the plugins folder; in the data folder if not given
 * @param steps commands and scripts, in the order in which they were given
 * @param demo whether the demonstration is asked for
 * @param help whether help is asked for
 * @param version whether the version is asked for
 */
record Options(
    Optional<Path> project,
    Optional<Path> data,
    Optional<Path> plugins,
    List<Step> steps,
    boolean demo,
    boolean help,
    boolean version) {

  private static final Options NONE =
      new Options(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), false, false, false);

  /** A command line, or a script file. */
  record Step(boolean script, String text) {}

  /**
   * Parses.
   *
   * @throws ParameterException if they do not fit; the message is for a person
   */
  static Options parse(String... arguments) {
    if (arguments.length == 0) {
      return NONE; // The way to the prompt, and a short one: the parser is not even loaded.
    }
    List<Step> steps = new ArrayList<>();
    CommandLine parser = new CommandLine(model(steps));
    parser.setExpandAtFiles(false);
    parser.setInterpolateVariables(false);
    parser.setTrimQuotes(false);
    ParseResult found = parser.parseArgs(arguments);
    String word = found.matchedPositionalValue(0, "");
    if (!word.isEmpty() && !word.equals("demo")) {
      throw new ParameterException(
          parser, "fxd does not know '" + word + "'; a command goes with -c '" + word + "'");
    }
    return new Options(
        path(found, "--project"),
        path(found, "--data"),
        path(found, "--plugins"),
        List.copyOf(steps),
        word.equals("demo"),
        found.isUsageHelpRequested(),
        found.isVersionHelpRequested());
  }

  /** The help text. */
  static String usage() {
    return new CommandLine(model(new ArrayList<>())).getUsageMessage(CommandLine.Help.Ansi.OFF);
  }

  private static Optional<Path> path(ParseResult found, String name) {
    return Optional.ofNullable(found.matchedOptionValue(name, (Path) null));
  }

  private static CommandSpec model(List<Step> steps) {
    CommandSpec model = CommandSpec.create().name("fxd");
    model
        .usageMessage()
        .width(100)
        .customSynopsis(
            "fxd [-p PROJECT.fxd] [--data DIR] [--plugins DIR] [-c 'COMMAND']... [-f SCRIPT]...",
            "fxd demo")
        .description("%nA home for code that is not files. Without -c and -f, a shell.%n")
        .footer(
            "",
            "With -c and -f, they run in the order given, up to the first that fails, and only their",
            "output is printed. -c help lists the commands. If another process has the project open,",
            "they run in that process.",
            "",
            "The data folder is " + DataFolder.usual().toString().replace("%", "%%"),
            "unless --data names another one. Its log folder holds the log.",
            "",
            "Exit codes: 0 ok, 1 failed, 2 usage, 3 conflict, 4 denied.");
    model.addOption(path("DIR", "the data folder", "--data"));
    model.addOption(path("PROJECT", "the project file to work on", "-p", "--project"));
    model.addOption(
        path("DIR", "the plugins folder; otherwise 'plugins' in the data folder", "--plugins"));
    model.addOption(step(steps, false, "COMMAND", "run a command; again for more", "-c"));
    model.addOption(
        step(steps, true, "SCRIPT", "run the commands of a file; '-' is the input", "-f"));
    model.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("show this and exit")
            .build());
    model.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("show the version and exit")
            .build());
    model.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("demo")
            .description("do the main job on FXD's own sources, step by step")
            .build());
    return model;
  }

  private static OptionSpec path(String label, String description, String... names) {
    return OptionSpec.builder(names)
        .type(Path.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec step(
      List<Step> steps, boolean script, String label, String description, String name) {
    return OptionSpec.builder(name)
        .type(String.class)
        .arity("1")
        .paramLabel(label)
        .description(description)
        .parameterConsumer(
            (words, option, command) -> {
              if (words.isEmpty()) {
                throw new ParameterException(command.commandLine(), name + " needs its " + label);
              }
              steps.add(new Step(script, words.pop()));
            })
        .build();
  }
}
