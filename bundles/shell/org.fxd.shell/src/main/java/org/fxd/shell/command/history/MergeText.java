package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.History;
import org.fxd.merge.api.MergeResult;
import org.fxd.merge.api.MergeResult.Outcome;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** How the outcome of a merge, a revert or a cherry-pick is told. */
final class MergeText {
  /** What was done, in words for a person. */
  record Words(String done, String nothing) {}

  private final CommandContext context;
  private final MergeResult result;

  MergeText(CommandContext context, MergeResult result) {
    this.context = context;
    this.result = result;
  }

  /**
   * Answers.
   *
   * @throws FxdException if there are conflicts, so that scripts notice; all was done
   */
  void answer(Words words) {
    Node root =
        result
            .commit()
            .map(context.service(History.class)::root)
            .orElseGet(() -> context.workspace().root());
    ConflictText text = new ConflictText(root);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("outcome", result.outcome().name());
    data.put("commit", result.commit().map(commit -> commit.id().toString()).orElse(null));
    data.put("conflicts", result.conflicts().stream().map(text::data).toList());
    context.answer(data, printer -> print(printer, words, text));
    if (!result.conflicts().isEmpty() && result.outcome() != Outcome.UP_TO_DATE) {
      throw new FxdException(
          FxdException.Category.FAILED,
          Amounts.count(result.conflicts().size(), "conflict") + " to be resolved",
          "fxd:conflicts lists them, fxd:resolve or an edit resolves them, fxd:commit keeps that",
          null);
    }
  }

  private void print(Printer printer, Words words, ConflictText text) {
    if (result.outcome() == Outcome.UP_TO_DATE) {
      printer.line(words.nothing());
      return;
    }
    printer.print(
        result.outcome() == Outcome.FAST_FORWARD ? "moved forward to " : words.done() + " ");
    result
        .commit()
        .ifPresentOrElse(
            commit -> printer.print(Style.NAME, commit.id().brief()).line(": " + commit.summary()),
            () -> printer.line("a new commit"));
    if (!result.conflicts().isEmpty()) {
      text.print(printer, result.conflicts());
    }
  }
}
