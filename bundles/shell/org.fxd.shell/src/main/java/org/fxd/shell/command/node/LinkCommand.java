package org.fxd.shell.command.node;

import java.util.Optional;
import java.util.function.Function;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:ln}: makes a node refer to another. */
@Component(property = Command.NAME + "=node:ln")
public final class LinkCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:ln", "Makes a node refer to another one")
          .description(
              """
              The node's value becomes a reference, which follows the other one through rename and
              move. A node that is not there is made. Cycles of references are fine.""")
          .parameter("PATH", "the node that refers; made if it is not there", Completion.NODE)
          .parameter("TARGET", "the node that it refers to", Completion.NODE)
          .changes()
          .example("node:ln config.entry 'src/Hello.java#Hello'", "refers to a class")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public LinkCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Meant meant = lookup.in(context);
    String typed = context.parameter("PATH").orElseThrow();
    Match target = meant.node(context.parameter("TARGET").orElseThrow());
    Optional<Match> there = meant.find(typed);
    Function<Transaction, Cursor> from;
    if (there.isPresent()) {
      NodeId id = there.get().id();
      from = t -> t.at(id);
    } else {
      NodePath path = Meant.newPath(typed);
      from = t -> t.at(path).create();
    }
    new NodeEdit(context, target.path() + " is now the target of")
        .run("link " + typed, t -> from.apply(t).link(t.at(target.id())));
  }
}
