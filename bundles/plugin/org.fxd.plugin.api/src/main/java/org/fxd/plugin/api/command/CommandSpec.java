package org.fxd.plugin.api.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a command is called and takes. Immutable; made with {@link #named}.
 *
 * @param name scope and verb, such as {@code node:cat}
 * @param summary one line without a full stop
 * @param description more, if there is more to say; may be empty
 * @param parameters what is given by position, in order; only the last may repeat
 * @param options what is given by name. Every command also has {@code --json} and {@code --help}.
 * @param examples at least one; each is run by a test
 * @param effect whether it changes something
 */
public record CommandSpec(
    String name,
    String summary,
    String description,
    List<Parameter> parameters,
    List<Option> options,
    List<Example> examples,
    Effect effect) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*:[a-z][a-z0-9-]*");

  public CommandSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A command is named scope:verb, not '" + name + "'");
    }
    parameters = List.copyOf(parameters);
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /** Whether a command changes something. */
  public enum Effect {
    /** It only looks. */
    READS,
    /** It changes the project, files or the host. */
    CHANGES
  }

  /** What may stand at a place, for completion and checks. */
  public enum Completion {
    /** Any text. */
    NONE,
    /** A file of the file system. */
    FILE,
    /** A folder of the file system. */
    FOLDER,
    /** A file of the project. */
    SOURCE,
    /** A file or snippet of the project. */
    SNIPPET,
    /** A revision. */
    REVISION,
    /**
     * A branch.
     *
     * @since 1.2
     */
    BRANCH,
    /**
     * A tag.
     *
     * @since 1.2
     */
    TAG,
    /** A plugin. */
    PLUGIN,
    /** A command. */
    COMMAND,
    /** Any node of the project, by path. */
    NODE,
    /** A group of the project. */
    GROUP,
    /** A view of the project: one that someone made, or a file. */
    VIEW,
    /** An operation of the project's log. */
    OPERATION
  }

  /**
   * Something given by position.
   *
   * @param name in capitals, such as {@code PATH}
   * @param description one line
   * @param required whether it must be given
   * @param repeats whether it may be given more than once
   * @param completion what it may be
   */
  public record Parameter(
      String name, String description, boolean required, boolean repeats, Completion completion) {}

  /**
   * Something given by name.
   *
   * @param names such as {@code -m} and {@code --message}; the last is the one to ask for it by
   * @param value the name of its value, such as {@code TEXT}; empty if it is a flag
   * @param description one line
   * @param completion what its value may be
   * @param repeats whether it may be given more than once
   */
  public record Option(
      List<String> names,
      String value,
      String description,
      Completion completion,
      boolean repeats) {
    public Option {
      names = List.copyOf(names);
    }

    /** One that may be given once. */
    public Option(List<String> names, String value, String description, Completion completion) {
      this(names, value, description, completion, false);
    }
  }

  /**
   * A line that a person could type, and what it does.
   *
   * @param line without a prompt
   * @param description one line
   */
  public record Example(String line, String description) {}

  /** Begins a spec. */
  public static Builder named(String name, String summary) {
    return new Builder(name, summary);
  }

  /** Collects a spec; belongs to one thread. */
  public static final class Builder {
    private final String name;
    private final String summary;
    private String description = "";
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Option> options = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private Effect effect = Effect.READS;

    private Builder(String name, String summary) {
      this.name = name;
      this.summary = summary;
    }

    /** More to say about it. */
    public Builder description(String text) {
      description = text;
      return this;
    }

    /** It changes something. */
    public Builder changes() {
      effect = Effect.CHANGES;
      return this;
    }

    /** It must be given. */
    public Builder parameter(String parameter, String text, Completion completion) {
      parameters.add(new Parameter(parameter, text, true, false, completion));
      return this;
    }

    /** It may be given. */
    public Builder optional(String parameter, String text, Completion completion) {
      parameters.add(new Parameter(parameter, text, false, false, completion));
      return this;
    }

    /** It may be given any number of times. */
    public Builder repeated(String parameter, String text, Completion completion) {
      parameters.add(new Parameter(parameter, text, false, true, completion));
      return this;
    }

    /**
     * A command and what is behind it: all that follows is taken as it is, so options of this
     * command stand before its first parameter.
     */
    public Builder command(String parameter, String text) {
      parameters.add(new Parameter(parameter, text, true, true, Completion.COMMAND));
      return this;
    }

    /**
     * An option without a value.
     *
     * @param names with commas between, such as {@code -f,--force}
     */
    public Builder flag(String names, String text) {
      options.add(new Option(List.of(names.split(",")), "", text, Completion.NONE));
      return this;
    }

    /**
     * An option with a value.
     *
     * @param names with commas between, such as {@code -m,--message}
     */
    public Builder option(String names, String value, String text, Completion completion) {
      options.add(new Option(List.of(names.split(",")), value, text, completion));
      return this;
    }

    /**
     * An option with a value, which may be given any number of times; {@link
     * CommandContext#options} has them all.
     *
     * @param names with commas between, such as {@code --include}
     */
    public Builder options(String names, String value, String text, Completion completion) {
      options.add(new Option(List.of(names.split(",")), value, text, completion, true));
      return this;
    }

    /** A line to try. */
    public Builder example(String line, String text) {
      examples.add(new Example(line, text));
      return this;
    }

    /** The spec. */
    public CommandSpec build() {
      return new CommandSpec(name, summary, description, parameters, options, examples, effect);
    }
  }
}
