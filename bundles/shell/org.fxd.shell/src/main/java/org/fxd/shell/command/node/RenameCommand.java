package org.fxd.shell.command.node;

import org.fxd.graph.api.Name;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Names;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:rename}: another name for a node. */
@Component(property = Command.NAME + "=node:rename")
public final class RenameCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:rename", "Gives a node another name")
          .description(
              """
              The name is taken as typed: dots and quotes in it are part of it. A snippet is named by
              the text of its file, and so renamed by editing that.""")
          .parameter("PATH", "the node: a path such as code.src, a file, or #ID", Completion.NODE)
          .parameter("NAME", "its new name", Completion.NONE)
          .changes()
          .example("node:rename README.md READ.me", "renames a file")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public RenameCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Match node = lookup.node(context, context.parameter("PATH").orElseThrow());
    Name name = Names.parse(context.parameter("NAME").orElseThrow());
    if (!name.equals(node.name())) {
      new ScannedName(lookup, node).checkFree();
    }
    new NodeEdit(context, "renamed to")
        .run("rename " + node.path(), t -> t.at(node.id()).rename(name));
  }
}
