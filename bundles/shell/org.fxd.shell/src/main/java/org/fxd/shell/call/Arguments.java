package org.fxd.shell.call;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a command was given.
 *
 * @param parameters the values of each parameter that was given
 * @param options the values of each option that was given, by its last name
 * @param flags the flags that were given, by their last names
 */
public record Arguments(
    Map<String, List<String>> parameters, Map<String, List<String>> options, Set<String> flags) {
  /** The option that every command has: answer in JSON. */
  public static final String JSON = "--json";

  /** The option that every command has: explain yourself. */
  public static final String HELP = "--help";

  public Arguments {
    parameters = Map.copyOf(parameters);
    options = Map.copyOf(options);
    flags = Set.copyOf(flags);
  }
}
