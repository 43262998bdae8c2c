package org.fxd.shell.command.group;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code group:add}: nodes put into a group by hand. */
@Component(property = Command.NAME + "=group:add")
public final class AddToGroupCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("group:add", "Puts nodes into a group by hand")
          .description(
              """
              At the end of its list, or where --first, --before or --after say. A node that is in
              the list already moves there; without any of these, it stays where it is.""")
          .parameter("NAME", "the group", Completion.GROUP)
          .repeated("NODE", "paths, FILE#SNIPPET, files or #ID", Completion.NODE)
          .flag("--first", "at the start of the list")
          .option("--before", "NODE", "before this one", Completion.NODE)
          .option("--after", "NODE", "behind this one", Completion.NODE)
          .changes()
          .example("group:add demo src/deep", "adds a folder")
          .example("group:add demo README.md bom.txt --first", "puts two files first")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public AddToGroupCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Optional<String> before = context.option("--before");
    Optional<String> after = context.option("--after");
    boolean first = context.flag("--first");
    if (Stream.of(before.isPresent(), after.isPresent(), first).filter(given -> given).count()
        > 1) {
      throw new UsageException("group:add takes one of --first, --before and --after");
    }
    if (context.parameters("NODE").isEmpty()) {
      throw new UsageException("group:add needs NODE: what to put into the group");
    }
    GroupEdit edit = GroupEdit.of(context);
    Meant meant = lookup.in(context);
    List<NodeId> ids = meant.nodes(context.parameters("NODE")).stream().map(Match::id).toList();
    Optional<NodeId> anchor = before.or(() -> after).map(typed -> anchor(edit, meant, typed));
    edit.change("nodes added", group -> added(group, ids, anchor, before.isPresent(), first));
  }

  private static NodeId anchor(GroupEdit edit, Meant meant, String typed) {
    Group group = edit.in(edit.context().workspace().root());
    NodeId id = GroupEdit.listed(group, typed).orElseGet(() -> meant.node(typed).id());
    if (!group.members().contains(id)) {
      throw new UsageException(
          "'" + typed + "' is not in the list of the group " + edit.name(),
          "nodes that a selector finds stand behind the list, in the order of the project");
    }
    return id;
  }

  private static Group added(
      Group group, List<NodeId> ids, Optional<NodeId> anchor, boolean before, boolean first) {
    Group result = group;
    Optional<NodeId> behind = before ? Optional.empty() : anchor;
    for (int i = 0; i < ids.size(); i++) {
      NodeId id = ids.get(i);
      if (anchor.filter(id::equals).isPresent()) {
        continue; // It stands where it shall.
      }
      if (before) {
        result = result.addBefore(anchor.orElseThrow(), id);
      } else if (behind.isPresent()) {
        result = result.addAfter(behind.get(), id);
        behind = Optional.of(id);
      } else {
        result = first ? result.insert(i, id) : result.add(id);
      }
    }
    return result;
  }
}
