package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.workspace.Change;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Work;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;

/**
 * What is said when something was checked out.
 *
 * @param before what was checked out before, as one types it
 */
record CheckedOutText(
    Optional<Commit> head,
    Optional<String> branch,
    Change change,
    Work work,
    Optional<String> before) {

  /** What is checked out, as one types it. */
  static Optional<String> now(History history) {
    return history.branch().or(() -> history.head().map(commit -> commit.id().brief()));
  }

  void answer(CommandContext context) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("branch", branch.orElse(null));
    data.put("commit", head.map(commit -> commit.id().toString()).orElse(null));
    data.put("changed", change.count() > 0);
    data.put("uncommitted", isCarried());
    data.put("discarded", isDiscarded());
    context.answer(data, this::print);
  }

  /** Whether something that is not committed has come along. */
  private boolean isCarried() {
    return head.isPresent() && !change.after().root().hash().equals(head.get().root());
  }

  /** Whether something that was not committed may have been thrown away. */
  private boolean isDiscarded() {
    return work == Work.DISCARDED && change.count() > 0;
  }

  private void print(Printer printer) {
    if (branch.isPresent()) {
      printer.print("on branch ").print(Style.NAME, branch.get());
    } else {
      printer.print("on a commit, no branch");
    }
    head.ifPresent(
        c -> printer.print("  ").print(Style.NAME, c.id().brief()).print("  " + c.summary()));
    printer.line();
    if (isCarried()) {
      printer.line("what was not committed has come along; fxd:status shows it");
    }
    if (isDiscarded()) {
      printer.line("what was not committed is thrown away; fxd:undo brings it back");
    }
    Optional<String> now = branch.or(() -> head.map(commit -> commit.id().brief()));
    before
        .filter(then -> !now.equals(before))
        .ifPresent(then -> printer.print(Style.FAINT, "to go back: fxd:checkout " + then).line());
  }
}
