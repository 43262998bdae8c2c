package org.fxd.shell.repl;

import java.util.List;
import java.util.Optional;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;

/**
 * The place behind some words of a command.
 *
 * @param spec the command
 * @param given its words before that place, without its name
 */
record ArgumentPlace(CommandSpec spec, List<String> given) {
  /** What may stand there. */
  Completion completion() {
    int position = 0;
    boolean onlyValues = false;
    for (int i = 0; i < given.size(); i++) {
      String word = given.get(i);
      if (!onlyValues && word.equals("--")) {
        onlyValues = true;
      } else if (!onlyValues && word.startsWith("-") && !word.equals("-")) {
        Optional<CommandSpec.Option> option = option(word);
        if (option.isPresent() && !option.get().value().isEmpty()) {
          if (i == given.size() - 1) {
            return option.get().completion();
          }
          i++;
        }
      } else {
        position++;
      }
    }
    List<CommandSpec.Parameter> parameters = spec.parameters();
    if (position < parameters.size()) {
      return parameters.get(position).completion();
    }
    boolean repeats = !parameters.isEmpty() && parameters.get(parameters.size() - 1).repeats();
    return repeats ? parameters.get(parameters.size() - 1).completion() : Completion.NONE;
  }

  private Optional<CommandSpec.Option> option(String word) {
    return spec.options().stream().filter(option -> option.names().contains(word)).findFirst();
  }
}
