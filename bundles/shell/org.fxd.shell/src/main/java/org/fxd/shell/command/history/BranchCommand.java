package org.fxd.shell.command.history;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.Branches;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:branch}: lists, creates, deletes, renames and moves branches. */
@Component(property = Command.NAME + "=fxd:branch")
public final class BranchCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:branch", "Lists branches, creates, deletes, renames or moves one")
          .description(
              """
              A new branch is not checked out; fxd:checkout does that, or fxd:checkout -c NAME both.
              What would leave commits that no branch or tag leads to is refused without --force.
              fxd:undo takes back each of these.""")
          .optional("NAME", "the branch; without it, branches are listed", Completion.BRANCH)
          .optional("NEW", "its new name, with --rename", Completion.NONE)
          .option(
              "--at",
              "REV",
              "the commit it begins at or moves to; the head if not given",
              Completion.REVISION)
          .flag("-d,--delete", "deletes the branch")
          .flag("-m,--rename", "renames the branch; the one checked out, if one name is given")
          .flag("--move", "moves the branch to another commit; the project stays as it is")
          .flag("-f,--force", "also where commits are left that no branch or tag leads to")
          .option(
              "--compare",
              "REV",
              "lists how many commits each branch is ahead of REV and behind it",
              Completion.REVISION)
          .changes()
          .example("fxd:branch", "lists the branches; * marks the one that is checked out")
          .example("fxd:branch try-it", "creates a branch at the head")
          .example("fxd:branch fix --at @-", "creates one at the commit before the head")
          .example("fxd:branch --compare @-", "lists how far branches are ahead and behind")
          .example("fxd:branch -m trunk", "renames the branch that is checked out")
          .example("fxd:branch -m old-idea new-idea", "renames another one")
          .example("fxd:branch --move old-idea --at @-", "moves one back by a commit")
          .example("fxd:branch -d old-idea", "deletes one")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Optional<String> name = context.parameter("NAME");
    checkCombination(context);
    if (context.flag("--delete")) {
      delete(context, named(name, "--delete"));
    } else if (context.flag("--rename")) {
      rename(context, named(name, "--rename"));
    } else if (context.flag("--move")) {
      move(context, named(name, "--move"));
    } else if (name.isPresent()) {
      create(context, name.get());
    } else {
      BranchList.of(context).answer();
    }
  }

  private static void checkCombination(CommandContext context) {
    List<String> given =
        List.of("--delete", "--rename", "--move").stream().filter(context::flag).toList();
    if (given.size() > 1) {
      throw new UsageException(String.join(" and ", given) + " do not go together");
    }
    if (context.parameter("NEW").isPresent() && !context.flag("--rename")) {
      throw new UsageException(
          "fxd:branch takes one name, but was given '" + context.parameter("NEW").get() + "' too",
          "fxd:branch --rename NAME NEW renames; fxd:branch NAME --at REV begins at a commit");
    }
  }

  private static String named(Optional<String> name, String option) {
    return name.orElseThrow(
        () -> new UsageException(option + " needs the name of a branch", "fxd:branch lists them"));
  }

  private static void create(CommandContext context, String name) {
    Commit at = commit(context);
    context.service(Branches.class).create(name, at, context.origin());
    new BranchAnswer(context, name, at.id())
        .tell("created branch", " at " + at.id().brief() + "  " + at.summary())
        .next("fxd:checkout " + name);
  }

  private static void delete(CommandContext context, String name) {
    Branches branches = context.service(Branches.class);
    Branch branch = branches.get(name);
    if (context.flag("--force")) {
      branches.drop(branch, context.origin());
    } else {
      branches.delete(branch, context.origin());
    }
    new BranchAnswer(context, name, branch.commit())
        .tell("deleted branch", ", which was at " + branch.commit().brief())
        .back("fxd:branch " + name + " --at " + branch.commit().brief());
  }

  private static void rename(CommandContext context, String first) {
    Branches branches = context.service(Branches.class);
    Optional<String> second = context.parameter("NEW");
    String from =
        second.isPresent()
            ? first
            : context
                .service(History.class)
                .branch()
                .orElseThrow(
                    () ->
                        new UsageException(
                            "No branch is checked out that could be renamed",
                            "fxd:branch --rename NAME NEW"));
    Branch renamed = branches.rename(branches.get(from), second.orElse(first), context.origin());
    new BranchAnswer(context, renamed.name(), renamed.commit())
        .tell("renamed branch " + from + " to", "")
        .back("fxd:branch -m " + renamed.name() + " " + from);
  }

  private static void move(CommandContext context, String name) {
    Branches branches = context.service(Branches.class);
    Branch branch = branches.get(name);
    Commit to = commit(context);
    Branch moved =
        context.flag("--force")
            ? branches.reset(branch, to, context.origin())
            : branches.move(branch, to, context.origin());
    String apart =
        moved.isCheckedOut() ? "; the project is as it was, and fxd:status shows what differs" : "";
    new BranchAnswer(context, name, to.id())
        .tell("moved branch", " from " + branch.commit().brief() + " to " + to.id().brief() + apart)
        .back("fxd:branch --move " + name + " --at " + branch.commit().brief());
  }

  /** The commit that {@code --at} means, or the head. */
  private static Commit commit(CommandContext context) {
    History history = context.service(History.class);
    return context
        .option("--at")
        .map(history::resolve)
        .or(history::head)
        .orElseThrow(
            () ->
                new FxdException(
                    Category.FAILED,
                    "There is no commit yet that a branch could stand at",
                    "fxd:commit -m TEXT makes the first",
                    null));
  }
}
