package org.fxd.shell.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.UsageException;

/**
 * A name that is no command's, and what was probably meant: a name close to it, the name with its
 * scope before it ({@code commit}), or with a colon for a space ({@code fxd commit}).
 *
 * @param name what was typed
 * @param commands what there is
 */
record UnknownCommand(String name, Commands commands) {
  UsageException failure() {
    String scope = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    List<String> inScope = commands.inScope(scope);
    if (!inScope.isEmpty()) {
      return new UsageException(
          "'" + name + "' is not a command but a scope",
          "its commands: " + String.join(", ", inScope));
    }
    return new UsageException(
        "There is no command '" + name + "'",
        nearest().map(n -> "did you mean " + n + "?").orElse("help lists all commands"));
  }

  private Optional<String> nearest() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String full : commands.names()) {
      names.putIfAbsent(full.substring(full.indexOf(':') + 1), full);
    }
    Optional<String> verb = Optional.ofNullable(names.get(name));
    for (String full : commands.names()) {
      names.put(full, full);
    }
    names.put("help", "help");
    names.put("exit", "exit");
    return verb.or(
        () ->
            NearMisses.of(name, new ArrayList<>(names.keySet()), 1).stream()
                .findFirst()
                .map(names::get));
  }
}
