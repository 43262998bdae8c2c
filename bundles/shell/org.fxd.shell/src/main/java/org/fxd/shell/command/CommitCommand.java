package org.fxd.shell.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.Person;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:commit}: keeps the workspace as it is. */
@Component(property = Command.NAME + "=fxd:commit")
public final class CommitCommand implements Command {
  private static final Pattern PERSON = Pattern.compile("\\s*([^<>]*[^<>\\s])\\s*<([^<>]*)>\\s*");

  private final CommandSpec spec =
      CommandSpec.named("fxd:commit", "Makes a commit of the project as it is")
          .description(
              """
              The author is the one of your Git configuration (user.name and user.email), else the
              name you are logged in with.""")
          .option("-m,--message", "TEXT", "why; the first line is a summary", Completion.NONE)
          .option("--author", "PERSON", "who made it, as 'Name <address>'", Completion.NONE)
          .changes()
          .example("fxd:commit -m 'Greet louder'", "commits all changes")
          .example(
              "fxd:commit -m 'Add a test' --author 'Ada Lovelace <ada@example.org>'",
              "commits what somebody else made")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String message =
        context
            .option("--message")
            .orElseThrow(
                () ->
                    new UsageException(
                        "fxd:commit needs a message: --message TEXT",
                        "such as fxd:commit -m 'What was changed, and why'"));
    Person author =
        context
            .option("--author")
            .map(CommitCommand::person)
            .orElseGet(() -> person(context.origin()));
    History history = context.service(History.class);
    Commit commit = history.commit(message, author, context.origin());
    context.answer(
        new CommitText(commit).data(),
        printer -> print(printer, commit, history.branch().orElse("no branch")));
  }

  private static void print(Printer printer, Commit commit, String branch) {
    printer
        .print("committed ")
        .print(Style.NAME, commit.id().brief())
        .line(" on " + branch + ": " + commit.summary());
    if (!commit.parents().isEmpty()) {
      printer
          .print(Style.FAINT, "to go back: fxd:checkout " + commit.parents().get(0).brief())
          .line();
    }
  }

  /** Whoever the operation log is told, too. */
  private static Person person(Origin origin) {
    Matcher matcher = PERSON.matcher(origin.principal());
    return matcher.matches()
        ? new Person(matcher.group(1), matcher.group(2).strip())
        : new Person(origin.principal(), "");
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
}
