package org.fxd.shell.command.history;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Header;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.history.api.signature.Signature;
import org.fxd.plugin.api.command.CommandContext;

/** Who makes a commit, who made what is in it and when, as a call says. */
public final class Authorship {
  private static final Pattern PERSON = Pattern.compile("\\s*([^<>]*[^<>\\s])\\s*<([^<>]*)>\\s*");

  private final CommandContext context;

  /** As a call with {@code --author}, {@code --date} and {@code --header} says. */
  public Authorship(CommandContext context) {
    this.context = context;
  }

  /** Who calls: whom the operation log is told, too. */
  public Person caller() {
    Origin origin = context.origin();
    Matcher matcher = PERSON.matcher(origin.principal());
    return matcher.matches()
        ? new Person(matcher.group(1), matcher.group(2).strip())
        : new Person(origin.principal(), "");
  }

  /**
   * Who is said to be the author.
   *
   * @throws UsageException if that is no person
   */
  public Optional<Person> author() {
    return context.option("--author").map(Authorship::person);
  }

  /**
   * When it is said to be made.
   *
   * @throws UsageException if that is no date
   */
  public Optional<OffsetDateTime> date() {
    return context.option("--date").map(text -> context.service(History.class).moment(text));
  }

  /**
   * The extra headers.
   *
   * @throws UsageException if one is not {@code KEY=VALUE}
   */
  public List<Header> headers() {
    return context.options("--header").stream().map(Authorship::header).toList();
  }

  private static Person person(String text) {
    Matcher matcher = PERSON.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          "--author is not 'Name <address>': '" + text + "'", "such as 'Ada <ada@example.org>'");
    }
    try {
      return new Person(matcher.group(1), matcher.group(2).strip());
    } catch (IllegalArgumentException e) {
      throw new UsageException("--author: " + e.getMessage(), e);
    }
  }

  private static Header header(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new UsageException(
          "--header is not KEY=VALUE: '" + text + "'", "such as --header ticket=FXD-42");
    }
    String key = text.substring(0, equals);
    if (key.equals(Signature.HEADER)) {
      throw new UsageException(
          "--header cannot be '" + key + "': that is where signatures are", "--sign KEY makes one");
    }
    try {
      return Header.of(key, text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--header: " + e.getMessage(), e);
    }
  }
}
