package org.fxd.shell.command.history;

import java.util.List;
import java.util.regex.Pattern;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:at}: a command on the project as it was. */
@Component(property = Command.NAME + "=fxd:at")
public final class AtCommand implements Command {
  /** An operation, and not a commit that steps lead to from there. */
  private static final Pattern OPERATION = Pattern.compile("op:[^~^{]*");

  private final CommandSpec spec =
      CommandSpec.named("fxd:at", "Runs a command on the project as it was")
          .description(
              """
              The command sees all of the project as it was then, and can only look. op:OP is after an
              operation as fxd:oplog shows it: branches, and work that was not committed, are as they
              were. REV is a commit: its tree, with nothing besides.""")
          .parameter("WHEN", "a revision, or op: and an operation", Completion.REVISION)
          .command("COMMAND", "any command, and what is behind it")
          .example("fxd:at @- node:ls src", "lists a folder of the commit before the head")
          .example("fxd:at op:@- fxd:status", "shows the status before the last operation")
          .example("fxd:at op:@-- fxd:query .method", "finds what was there two operations ago")
          .build();

  private final Projects projects;

  /** Opens with the given service. */
  @Activate
  public AtCommand(@Reference Projects projects) {
    this.projects = projects;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws Exception {
    List<String> command = context.parameters("COMMAND");
    Workspace past = open(context, context.parameter("WHEN").orElseThrow());
    try {
      context.run(past, command);
    } finally {
      projects.close(past);
    }
  }

  private Workspace open(CommandContext context, String when) {
    if (OPERATION.matcher(when).matches()) {
      OperationLog log = context.service(OperationLog.class);
      return projects.openAt(context.workspace(), log.find(when));
    }
    History history = context.service(History.class);
    Commit commit = history.resolve(when);
    return projects.openAt(
        context.workspace(), commit.id().brief(), history.root(commit), commit.id());
  }
}
