package org.fxd.shell.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.workspace.Change;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:checkout}: another commit or branch to work on. */
@Component(property = Command.NAME + "=fxd:checkout")
public final class CheckoutCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:checkout", "Turns the project to a branch or a commit")
          .description(
              """
              What is not committed comes along: it is done again on what is checked out. If it
              contradicts that, nothing happens and the exit code is 3.""")
          .parameter(
              "REV",
              "a branch, a commit's first digits, @, and -, ~n or ^n behind these",
              Completion.REVISION)
          .changes()
          .example("fxd:checkout main", "checks out a branch")
          .example("fxd:checkout @-", "checks out the commit before the head")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    History history = context.service(History.class);
    Optional<String> before = history.branch().or(() -> history.head().map(c -> c.id().brief()));
    Change change = history.checkout(context.parameter("REV").orElseThrow(), context.origin());
    Optional<Commit> head = history.head();
    Optional<String> branch = history.branch();
    boolean carried = head.isPresent() && !change.after().root().hash().equals(head.get().root());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("branch", branch.orElse(null));
    data.put("commit", head.map(commit -> commit.id().toString()).orElse(null));
    data.put("changed", change.count() > 0);
    data.put("uncommitted", carried);
    context.answer(data, printer -> print(printer, branch, head, carried, before));
  }

  private static void print(
      Printer printer,
      Optional<String> branch,
      Optional<Commit> head,
      boolean carried,
      Optional<String> before) {
    if (branch.isPresent()) {
      printer.print("on branch ").print(Style.NAME, branch.get());
    } else {
      printer.print("on a commit, no branch");
    }
    head.ifPresent(
        c -> printer.print("  ").print(Style.NAME, c.id().brief()).print("  " + c.summary()));
    printer.line();
    if (carried) {
      printer.line("what was not committed has come along; fxd:status shows it");
    }
    Optional<String> now = branch.or(() -> head.map(commit -> commit.id().brief()));
    before
        .filter(b -> !now.equals(before))
        .ifPresent(b -> printer.print(Style.FAINT, "to go back: fxd:checkout " + b).line());
  }
}
