package org.fxd.shell.command.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Hit;
import org.fxd.shell.project.Hits;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Names;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:diff}: how the members of two groups differ. */
@Component(property = Command.NAME + "=group:diff")
public final class DiffGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:diff", "Shows how a group differs from the head's, or from another")
          .description(
              """
              Without OTHER: from the group's members in a commit to those in the project as it is.
              With OTHER: from the one group's members to the other's, as the project is.""")
          .parameter("NAME", "the group", Completion.GROUP)
          .optional("OTHER", "another group", Completion.GROUP)
          .option("--at", "REV", "the commit; the head if not given", Completion.REVISION)
          .example("group:diff demo", "shows what came and went since the last commit")
          .example("group:diff demo other", "compares two groups")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public DiffGroupCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    GroupEdit edit = GroupEdit.of(context);
    Groups groups = edit.groups();
    Node root = context.workspace().root();
    Optional<Name> other = context.parameter("OTHER").map(Names::parse);
    if (other.isPresent() && context.option("--at").isPresent()) {
      throw new UsageException("group:diff takes OTHER or --at, not both");
    }
    MembersDiff diff;
    if (other.isPresent()) {
      Group second = new GroupEdit(context, groups, other.get()).in(root);
      diff = groups.diff(groups.members(root, edit.in(root)), groups.members(root, second));
    } else {
      Node before = before(context, root);
      Group first = groups.find(before, edit.name()).orElse(Group.EMPTY);
      Members after = groups.members(root, edit.in(root));
      diff = groups.diff(groups.members(before, first), after);
    }
    answer(context, diff);
  }

  private static Node before(CommandContext context, Node root) {
    History history = context.service(History.class);
    return context
        .option("--at")
        .map(history::root)
        .or(() -> history.head().map(history::root))
        .orElse(root.missing());
  }

  private void answer(CommandContext context, MembersDiff diff) {
    Map<String, List<Match>> parts = new LinkedHashMap<>();
    parts.put("gone", diff.gone());
    parts.put("come", diff.come());
    parts.put("changed", diff.changed());
    parts.put("moved", diff.moved());
    Hits hits = lookup.hits();
    Map<String, Object> data = new LinkedHashMap<>();
    List<List<String>> rows = new ArrayList<>();
    parts.forEach(
        (what, matches) -> {
          List<Hit> part = matches.stream().map(hits::of).toList();
          data.put(what, part.stream().map(Hit::data).toList());
          for (Hit hit : part) {
            List<String> row = new ArrayList<>(List.of(what));
            row.addAll(hit.row());
            rows.add(row);
          }
        });
    List<String> header = new ArrayList<>(List.of(""));
    header.addAll(Hit.HEADER);
    context.answer(
        data,
        printer -> {
          if (diff.isEmpty()) {
            printer.line("nothing differs");
          } else {
            printer.table(header, rows);
          }
        });
  }
}
