package org.fxd.shell.command.history;

import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.merge.api.MergePlan;
import org.fxd.merge.api.MergePlan.FastForward;
import org.fxd.merge.api.Merges;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:merge}: brings another branch into this one. */
@Component(property = Command.NAME + "=fxd:merge")
public final class MergeCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:merge", "Merges a branch or a commit into what is checked out")
          .description(
              """
              Snippets are merged by what they are, so that moves, renames and additions of both
              sides come together; texts that both changed are merged by lines. What contradicts is
              kept with both sides and the base, and is part of the merge commit: the exit code is 1
              then, and fxd:conflicts lists it. Nothing is left half done. What is not committed
              comes along; if it contradicts the outcome, nothing happens and the exit code is 3.""")
          .parameter("REV", "what to merge", Completion.REVISION)
          .option("-m,--message", "TEXT", "the message of the merge commit", Completion.NONE)
          .flag("--no-ff", "make a merge commit even where the branch could just move forward")
          .flag("--ff-only", "move forward, or do nothing")
          .flag("--dry-run", "only say what would happen")
          .changes()
          .example("fxd:merge side", "merges a branch")
          .example("fxd:merge side -m 'Take in the side'", "says why")
          .example("fxd:merge --dry-run side", "shows whether anything would be in conflict")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    if (context.flag("--no-ff") && context.flag("--ff-only")) {
      throw new UsageException("fxd:merge takes --no-ff or --ff-only, not both");
    }
    Commit theirs = context.service(History.class).resolve(context.parameter("REV").orElseThrow());
    MergePlan plan = new MergePlan(forward(context), context.option("--message"));
    Merges merges = context.service(Merges.class);
    if (context.flag("--dry-run")) {
      new MergeText(context, merges.preview(theirs, plan))
          .answer(new MergeText.Words("would make", "nothing to merge: it is all here"));
    } else {
      new MergeText(
              context,
              merges.merge(theirs, plan, Authoring.person(context.origin()), context.origin()))
          .answer(new MergeText.Words("merged in", "nothing to merge: it is all here"));
    }
  }

  private static FastForward forward(CommandContext context) {
    if (context.flag("--no-ff")) {
      return FastForward.NEVER;
    }
    return context.flag("--ff-only") ? FastForward.ONLY : FastForward.ALLOWED;
  }
}
