package org.fxd.shell.command.node;

import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:mv}: moves a node. */
@Component(property = Command.NAME + "=node:mv")
public final class MoveCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:mv", "Moves a node to another parent, or among its siblings")
          .description(
              """
              To the end of PARENT, or right before or behind another node, under that one's parent.
              In a folder, entries are sorted by name. The node keeps its id.""")
          .parameter(
              "PATH",
              "the node: a path such as code.src, FILE#SNIPPET, a file, or #ID",
              Completion.NODE)
          .optional("PARENT", "its new parent; not with --before or --after", Completion.NODE)
          .option("--before", "NODE", "the node that it goes before", Completion.NODE)
          .option("--after", "NODE", "the node that it goes behind", Completion.NODE)
          .changes()
          .example("node:mv README.md src", "moves a file into a folder")
          .example(
              "node:mv 'src/Hello.java#Hello.count' --before 'src/Hello.java#Hello.greet'",
              "changes the order of two members")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public MoveCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Optional<String> parent = context.parameter("PARENT");
    Optional<String> before = context.option("--before");
    Optional<String> after = context.option("--after");
    if (Stream.of(parent, before, after).filter(Optional::isPresent).count() != 1) {
      throw new UsageException("node:mv needs exactly one of PARENT, --before and --after");
    }
    Meant meant = lookup.in(context);
    Match node = meant.node(context.parameter("PATH").orElseThrow());
    Match to = meant.node(parent.or(() -> before).or(() -> after).orElseThrow());
    new NodeEdit(context, "moved to")
        .run(
            "move " + node.path(),
            t -> {
              Cursor cursor = t.at(node.id());
              Cursor place = t.at(to.id());
              return before.isPresent()
                  ? cursor.moveBefore(place)
                  : after.isPresent() ? cursor.moveAfter(place) : cursor.moveTo(place);
            });
  }
}
