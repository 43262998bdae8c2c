package org.fxd.shell.command.history;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:checkout}: another commit or branch to work on, or single paths of one. */
@Component(property = Command.NAME + "=fxd:checkout")
public final class CheckoutCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named(
              "fxd:checkout", "Turns the project, or paths of it, to a branch or a commit")
          .description(
              """
              What is not committed comes along: it is done again on what is checked out. If it
              contradicts that, nothing happens and the exit code is 3. --discard throws it away
              instead; fxd:undo brings it back.
              With paths behind the revision, only these become what they are in it: the branch, and
              all else, stay.""")
          .optional(
              "REV",
              "a branch, a commit's first digits, @, and -, ~n or ^n behind these; - for the one"
                  + " before",
              Completion.REVISION)
          .repeated("PATH", "a folder, a file or a node to take from there", Completion.SOURCE)
          .flag("--detach", "the commit by itself, not the branch")
          .option(
              "-c,--create", "NAME", "creates a branch there, and checks it out", Completion.NONE)
          .flag("--discard", "throws away what is not committed")
          .changes()
          .example("fxd:checkout main", "checks out a branch")
          .example("fxd:checkout @-", "checks out the commit before the head")
          .example("fxd:checkout -c try-it", "creates a branch at the head, and goes on there")
          .example("fxd:checkout --detach main", "checks out a branch's commit, and no branch")
          .example("fxd:checkout --discard", "throws away what is not committed")
          .example("fxd:checkout @- -- bom.txt", "takes one file back to what it was")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    if (context.parameters("PATH").isEmpty()) {
      turn(context);
    } else {
      takePaths(context);
    }
  }

  private static void turn(CommandContext context) {
    History history = context.service(History.class);
    Optional<String> before = CheckedOutText.now(history);
    Work work = context.flag("--discard") ? Work.DISCARDED : Work.FOLLOWS;
    Change change = context.service(Checkouts.class).to(target(context), work, context.origin());
    new CheckedOutText(history.head(), history.branch(), change, work, before).answer(context);
  }

  private static Target target(CommandContext context) {
    Optional<String> revision = context.parameter("REV");
    Optional<String> created = context.option("--create");
    boolean detach = context.flag("--detach");
    if (created.isPresent() && detach) {
      throw new UsageException("--create and --detach do not go together");
    }
    if (created.isPresent()) {
      return new Target.NewBranch(created.get(), revision.map(text -> resolve(context, text)));
    }
    if (detach) {
      return new Target.Detached(resolve(context, revision.orElse("@")));
    }
    if (revision.isEmpty() && !context.flag("--discard")) {
      throw new UsageException(
          "fxd:checkout needs REV: what to turn the project to",
          "fxd:branch lists the branches, fxd:log the commits");
    }
    return revision.filter("-"::equals).isPresent()
        ? new Target.Previous()
        : new Target.Revision(revision.orElse("@"));
  }

  /** A commit by what was typed; {@code -} is what was checked out before. */
  private static Commit resolve(CommandContext context, String text) {
    String meant =
        text.equals("-") ? context.service(Checkouts.class).previous().orElse(text) : text;
    return context.service(History.class).resolve(meant);
  }

  private static void takePaths(CommandContext context) {
    for (String flag : List.of("--detach", "--discard")) {
      if (context.flag(flag)) {
        throw new UsageException(flag + " and paths do not go together");
      }
    }
    if (context.option("--create").isPresent()) {
      throw new UsageException("--create and paths do not go together");
    }
    Commit from = resolve(context, context.parameter("REV").orElseThrow());
    Node tree = context.service(History.class).root(from);
    List<NodePath> paths =
        context.parameters("PATH").stream().map(typed -> TypedPath.in(tree, typed)).toList();
    Change change = context.service(Checkouts.class).paths(from, paths, context.origin());
    TakenPathsText.answer(context, from, paths, change);
  }
}
