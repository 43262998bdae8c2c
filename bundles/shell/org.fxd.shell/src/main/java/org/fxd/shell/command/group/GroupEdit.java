package org.fxd.shell.command.group;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.project.Names;

/**
 * The group that a command is about.
 *
 * @param context the call
 * @param groups the project's
 * @param name the group's
 */
record GroupEdit(CommandContext context, Groups groups, Name name) {
  private static final int NEAR = 3;

  /** The group that the parameter {@code NAME} names. */
  static GroupEdit of(CommandContext context) {
    return new GroupEdit(
        context,
        context.service(Groups.class),
        Names.parse(context.parameter("NAME").orElseThrow()));
  }

  /** The group in a root. */
  Group in(Node root) {
    return groups.find(root, name).orElseThrow(() -> missing(groups, root, name));
  }

  /** Says that there is no such group. */
  static NotFoundException missing(Groups groups, Node root, Name name) {
    List<String> names = groups.all(root).keySet().stream().map(Name::toString).toList();
    List<String> near = NearMisses.of(name.toString(), names, NEAR);
    return new NotFoundException(
        "There is no group '" + name + "'",
        names.isEmpty()
            ? "group:create NAME makes one"
            : near.isEmpty()
                ? "group:list shows the groups"
                : "did you mean " + String.join(" or ", near) + "?");
  }

  /** Keeps what the group becomes, and answers. */
  void change(String what, UnaryOperator<Group> edit) {
    run(
        what,
        transaction -> groups.put(transaction, name, edit.apply(in(transaction.base().root()))));
  }

  /** Changes and answers. */
  void run(String what, Consumer<Transaction> edit) {
    Change change =
        context.workspace().session(context.origin()).change("group " + name + ": " + what, edit);
    answer(what, change.count() > 0);
  }

  private void answer(String what, boolean changed) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("group", name.toString());
    data.put("changed", changed);
    context.answer(
        data,
        printer -> {
          if (changed) {
            printer.print("group ").print(Style.NAME, name.toString()).line(": " + what);
          } else {
            printer.line("nothing differs: the group " + name + " is as it was");
          }
        });
  }

  /**
   * A node of the group's list that a word means: also one that is gone, by the first digits of its
   * id.
   */
  static Optional<NodeId> listed(Group group, String typed) {
    String digits = typed.startsWith("#") ? typed.substring(1) : typed;
    List<NodeId> found =
        digits.length() < 6
            ? List.of()
            : group.members().stream().filter(id -> id.toString().startsWith(digits)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
