package org.fxd.shell.command.node;

import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Lookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:rm}: removes a node. */
@Component(property = Command.NAME + "=node:rm")
public final class RemoveCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:rm", "Removes a node and all below it")
          .description("References to it dangle, and groups show it no more.")
          .parameter(
              "PATH",
              "the node: a path such as code.src, FILE#SNIPPET, a file, or #ID",
              Completion.NODE)
          .flag("-f,--force", "also what the project itself consists of, such as code")
          .changes()
          .example("node:rm 'src/Hello.java#Hello.count'", "removes a member")
          .example("node:rm src/deep", "removes a folder")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public RemoveCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Match node = lookup.node(context, context.parameter("PATH").orElseThrow());
    if (node.parent().isEmpty() && node.node().size() > 0 && !context.flag("--force")) {
      throw new UsageException(
          "'" + node.path() + "' is one of the parts that the project consists of",
          "--force removes it, with all that is in it");
    }
    new NodeEdit(context, "removed").remove(node.path(), node.id());
  }
}
