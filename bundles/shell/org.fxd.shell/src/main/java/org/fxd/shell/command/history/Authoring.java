package org.fxd.shell.command.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Person;

/** Who makes a commit: whoever the operation log is told, too. */
final class Authoring {
  private static final Pattern PERSON = Pattern.compile("\\s*([^<>]*[^<>\\s])\\s*<([^<>]*)>\\s*");

  private Authoring() {}

  static Person person(Origin origin) {
    Matcher matcher = PERSON.matcher(origin.principal());
    return matcher.matches()
        ? new Person(matcher.group(1), matcher.group(2).strip())
        : new Person(origin.principal(), "");
  }
}
