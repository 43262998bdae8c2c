package org.fxd.shell.command.history;

import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.merge.api.Merges;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:revert}: takes back what a commit changed. */
@Component(property = Command.NAME + "=fxd:revert")
public final class RevertCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:revert", "Takes back what a commit changed, in a new commit")
          .description(
              """
              Of a merge, what it changed in its first parent. What was changed again since is a
              conflict, as in fxd:merge: the exit code is 1 then.""")
          .parameter("REV", "the commit", Completion.REVISION)
          .changes()
          .example("fxd:revert @", "takes back the newest commit")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Commit commit = context.service(History.class).resolve(context.parameter("REV").orElseThrow());
    new MergeText(
            context,
            context
                .service(Merges.class)
                .revert(commit, Authoring.person(context.origin()), context.origin()))
        .answer(new MergeText.Words("committed", "nothing to take back: none of it is there"));
  }
}
