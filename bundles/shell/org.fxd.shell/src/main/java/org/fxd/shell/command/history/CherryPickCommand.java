package org.fxd.shell.command.history;

import java.util.List;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.merge.api.MergeResult;
import org.fxd.merge.api.Merges;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:cherry-pick}: does once more what other commits changed. */
@Component(property = Command.NAME + "=fxd:cherry-pick")
public final class CherryPickCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:cherry-pick", "Does what other commits changed once more, here")
          .description(
              """
              Each becomes a new commit with the author and the message of the old one, and is an
              operation of its own. Of a merge, what it changed in its first parent is taken. After
              one with conflicts the next ones are not begun: the exit code is 1 then.""")
          .repeated("REV", "the commits, in the order to do them", Completion.REVISION)
          .changes()
          .example("fxd:cherry-pick side", "takes over the newest commit of a branch")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    List<String> revisions = context.parameters("REV");
    if (revisions.isEmpty()) {
      throw new UsageException("fxd:cherry-pick needs REV", "such as fxd:cherry-pick side");
    }
    History history = context.service(History.class);
    List<Commit> commits = revisions.stream().map(history::resolve).toList();
    Merges merges = context.service(Merges.class);
    for (Commit commit : commits) {
      MergeResult result =
          merges.cherryPick(commit, Authoring.person(context.origin()), context.origin());
      new MergeText(context, result)
          .answer(new MergeText.Words("committed", "nothing to do: it is all here"));
    }
  }
}
