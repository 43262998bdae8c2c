package org.fxd.shell.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandSpec;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command's words by its spec. Values are taken as typed: nothing is expanded. */
public final class ArgumentParser {
  private final CommandSpec spec;

  /** Parses for one command. */
  public ArgumentParser(CommandSpec spec) {
    this.spec = spec;
  }

  /**
   * Parses.
   *
   * @param words without the command's name
   * @throws UsageException that names the argument, if they do not fit the spec
   */
  public Arguments parse(List<String> words) {
    CommandLine parser = new CommandLine(model());
    parser.setExpandAtFiles(false);
    parser.setInterpolateVariables(false);
    parser.setTrimQuotes(false);
    parser.setAllowOptionsAsOptionParameters(true);
    parser.setStopAtPositional(spec.parameters().stream().anyMatch(ArgumentParser::isCommand));
    try {
      return arguments(parser.parseArgs(words.toArray(String[]::new)));
    } catch (ParameterException e) {
      throw new UsageException(explain(e), "help " + spec.name() + " shows what it takes", e);
    }
  }

  private static boolean isCommand(CommandSpec.Parameter parameter) {
    return parameter.repeats() && parameter.completion() == CommandSpec.Completion.COMMAND;
  }

  private CommandLine.Model.CommandSpec model() {
    CommandLine.Model.CommandSpec model = CommandLine.Model.CommandSpec.create();
    model.name(spec.name());
    model.addOption(flag(List.of(Arguments.JSON)).build());
    model.addOption(flag(List.of("-h", Arguments.HELP)).usageHelp(true).build());
    for (CommandSpec.Option option : spec.options()) {
      model.addOption(
          option.value().isEmpty() ? flag(option.names()).build() : valued(option).build());
    }
    int index = 0;
    for (CommandSpec.Parameter parameter : spec.parameters()) {
      model.addPositional(positional(parameter, index++));
    }
    return model;
  }

  private static OptionSpec.Builder flag(List<String> names) {
    return OptionSpec.builder(array(names)).type(boolean.class).arity("0");
  }

  private static OptionSpec.Builder valued(CommandSpec.Option option) {
    OptionSpec.Builder builder =
        OptionSpec.builder(array(option.names())).arity("1").paramLabel(option.value());
    return option.repeats()
        ? builder.type(List.class).auxiliaryTypes(String.class)
        : builder.type(String.class);
  }

  private static PositionalParamSpec positional(CommandSpec.Parameter parameter, int index) {
    PositionalParamSpec.Builder builder =
        PositionalParamSpec.builder()
            .paramLabel(parameter.name())
            .required(parameter.required())
            .index(parameter.repeats() ? index + "..*" : String.valueOf(index))
            .arity(parameter.required() ? "1" : "0..1");
    return parameter.repeats()
        ? builder
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity(parameter.required() ? "1..*" : "0..*")
            .build()
        : builder.type(String.class).build();
  }

  private Arguments arguments(ParseResult result) {
    Map<String, List<String>> parameters = new HashMap<>();
    for (PositionalParamSpec positional : result.matchedPositionals()) {
      parameters.put(positional.paramLabel(), List.copyOf(positional.originalStringValues()));
    }
    Map<String, List<String>> options = new HashMap<>();
    Set<String> flags = new HashSet<>();
    for (CommandSpec.Option option : spec.options()) {
      String name = option.names().get(option.names().size() - 1);
      OptionSpec matched = result.matchedOption(name);
      if (matched != null && option.value().isEmpty()) {
        flags.add(name);
      } else if (matched != null) {
        options.put(name, List.copyOf(matched.originalStringValues()));
      }
    }
    for (String name : List.of(Arguments.JSON, Arguments.HELP)) {
      if (result.hasMatchedOption(name)) {
        flags.add(name);
      }
    }
    return new Arguments(parameters, options, flags);
  }

  private String explain(ParameterException e) {
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      ArgSpec what = missing.getMissing().get(0);
      return what instanceof OptionSpec option
          ? spec.name() + ": " + option.longestName() + " needs its " + option.paramLabel()
          : spec.name() + " needs " + what.paramLabel() + described(what.paramLabel());
    }
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().get(0));
    }
    if (e instanceof OverwrittenOptionException twice) {
      return spec.name() + ": " + name(twice.getOverwritten()) + " is given twice";
    }
    return spec.name() + ": " + e.getMessage();
  }

  private String unmatched(String word) {
    if (!word.startsWith("-") || word.equals("-")) {
      return spec.name()
          + (spec.parameters().isEmpty() ? " takes no arguments" : " takes no more arguments")
          + ", but was given '"
          + word
          + "'";
    }
    List<String> names = new ArrayList<>(List.of(Arguments.JSON, Arguments.HELP));
    spec.options().forEach(option -> names.addAll(option.names()));
    String option = word.replaceFirst("=.*", "");
    return spec.name()
        + " has no option '"
        + option
        + "'"
        + NearMisses.of(option, names, 1).stream()
            .findFirst()
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
  }

  private String described(String parameter) {
    return spec.parameters().stream()
        .filter(p -> p.name().equals(parameter) && !p.description().isEmpty())
        .map(p -> ": " + p.description())
        .findFirst()
        .orElse("");
  }

  private static String name(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
  }

  private static String[] array(List<String> names) {
    return names.toArray(String[]::new);
  }
}
