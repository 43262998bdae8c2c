package org.fxd.runtime.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
   * @throws OptionsException if they do not fit; the message is for a person
   */
  static Options parse(String... arguments) throws OptionsException {
    return arguments.length == 0 ? NONE : new OptionsParser(arguments).options();
  }

  /** Whether there is something to be done, and not only to be shown. */
  boolean isToWork() {
    return !demo && !help && !version;
  }

  /**
   * What is to be run without a person; nothing if a person types.
   *
   * @param typed whether the input is a terminal
   */
  List<Step> steps(boolean typed) {
    return steps.isEmpty() && !typed ? List.of(new Step(true, "-")) : steps;
  }

  /** The help text. */
  static String usage() {
    return """
        Usage: fxd [-p PROJECT.fxd] [--data DIR] [--plugins DIR] [-c 'COMMAND']... [-f SCRIPT]...
               fxd demo

        A home for code that is not files. Without -c and -f, a shell.

              demo                do the main job on FXD's own sources, step by step
          -c COMMAND              run a command; again for more
              --data=DIR          the data folder
          -f SCRIPT               run the commands of a file; '-' is the input
          -h, --help              show this and exit
          -p, --project=PROJECT   the project file to work on
              --plugins=DIR       the plugins folder; otherwise 'plugins' in the data folder
          -V, --version           show the version and exit

        With -c and -f, they run in the order given, up to the first that fails, and only their
        output is printed. -c help lists the commands. If another process has the project open,
        they run in that process.

        The data folder is %s
        unless --data names another one. Its log folder holds the log.

        Exit codes: 0 ok, 1 failed, 2 usage, 3 conflict, 4 denied.
        """
        .formatted(DataFolder.usual());
  }
}
