package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.ref.RefMove;
import org.fxd.history.api.ref.Reflog;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.project.Numbers;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:reflog}: how a branch, a tag or the head moved. */
@Component(property = Command.NAME + "=fxd:reflog")
public final class ReflogCommand implements Command {
  private static final long USUAL = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:reflog", "Shows how a branch, a tag or the head moved")
          .description(
              """
              Each move has a number: main@{3} is the commit that main was at before its last three
              moves. All is read from the operation log, so fxd:gc forgets moves with old operations.""")
          .optional(
              "REF",
              "a branch, a tag or a full name, also of one that is gone; the head if not given",
              Completion.BRANCH)
          .flag("-a,--all", "the moves of all references")
          .option(
              "-n,--count", "N", "how many at most; 50 if not given, 0 for all", Completion.NONE)
          .option("--skip", "N", "how many to leave out, the newest ones", Completion.NONE)
          .example("fxd:reflog", "shows what was checked out and committed, newest first")
          .example("fxd:reflog main -n 10", "shows the last ten moves of a branch")
          .example("fxd:reflog --all --json", "tells a program of all moves")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    if (context.flag("--all") && context.parameter("REF").isPresent()) {
      throw new UsageException("fxd:reflog shows one reference or --all of them, not both");
    }
    long count = Numbers.of(context, "--count", 0).orElse(USUAL);
    long skip = Numbers.of(context, "--skip", 0).orElse(0);
    String name = context.parameter("REF").orElse(State.HEAD);
    Reflog reflog = context.service(Reflog.class);
    List<RefMoveText> shown = new ArrayList<>();
    long at = 0;
    boolean more = false;
    for (RefMove move : context.flag("--all") ? reflog.moves() : reflog.moves(name)) {
      context.cancellation().check();
      at++;
      if (at <= skip) {
        continue;
      }
      if (count > 0 && shown.size() == count) {
        more = true;
        break;
      }
      shown.add(new RefMoveText(move, at));
    }
    String next = more ? "there are more; --skip " + (skip + count) + " goes on" : "";
    context.answer(
        shown.stream().map(RefMoveText::data).toList(),
        printer -> {
          if (shown.isEmpty()) {
            printer.line("no moves" + (skip > 0 ? " beyond these" : " that the log knows of"));
          }
          boolean all = context.flag("--all");
          printer.table(List.of(), shown.stream().map(move -> move.cells(all)).toList());
          if (!next.isEmpty()) {
            printer.print(Style.FAINT, next).line();
          }
        });
  }
}
