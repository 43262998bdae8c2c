package org.fxd.shell.command.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer.Style;

/**
 * One change of one node, and the answer to it.
 *
 * @param context the call
 * @param verb what was done to it, for a person: {@code moved}
 */
record NodeEdit(CommandContext context, String verb) {
  /** Where a node stands, once it is there. */
  private record Standing(NodePath path, NodeId id) {}

  /**
   * Changes.
   *
   * @param description one line for the operation log
   * @param edit makes the change and returns the node
   */
  void run(String description, Function<Transaction, Cursor> edit) {
    Standing[] standing = new Standing[1];
    Change change =
        context
            .workspace()
            .session(context.origin())
            .change(
                description,
                transaction -> {
                  Cursor cursor = edit.apply(transaction);
                  standing[0] = new Standing(cursor.path(), cursor.id());
                });
    answer(standing[0], change.count() > 0);
  }

  /** Removes a node. */
  void remove(NodePath path, NodeId id) {
    context
        .workspace()
        .session(context.origin())
        .change("remove " + path, transaction -> transaction.at(id).remove());
    answer(new Standing(path, id), true);
  }

  private void answer(Standing standing, boolean changed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", standing.path().toString());
    data.put("id", standing.id().toString());
    data.put("changed", changed);
    context.answer(
        data,
        printer -> {
          if (changed) {
            printer.print(verb + " ").print(Style.NAME, standing.path().toString());
            printer.print(Style.FAINT, "  #" + standing.id().brief()).line();
          } else {
            printer.line("nothing differs: " + standing.path() + " is as it was");
          }
        });
  }
}
