package org.fxd.shell.command.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Person;

/** The person that the operation log is told of, as the one who signs. */
final class OriginPerson {
  private static final Pattern FORM = Pattern.compile("\\s*([^<>]*[^<>\\s])\\s*<([^<>]*)>\\s*");

  private OriginPerson() {}

  static Person of(Origin origin) {
    Matcher matcher = FORM.matcher(origin.principal());
    return matcher.matches()
        ? new Person(matcher.group(1), matcher.group(2).strip())
        : new Person(origin.principal(), "");
  }
}
