package org.fxd.shell.command.node;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
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

/** {@code node:create}: makes a node. */
@Component(property = Command.NAME + "=node:create")
public final class CreateCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:create", "Makes a node, and the folders on the way")
          .parameter("PATH", "where: a path such as config.editor.width", Completion.NODE)
          .option("-k,--kind", "KIND", "what it is; data if not given", Completion.NONE)
          .changes()
          .example("node:create config.editor", "makes a node below config")
          .example("node:create 'config.\"my.folder\"' --kind folder", "makes a folder")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public CreateCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String typed = context.parameter("PATH").orElseThrow();
    Kind kind = context.option("--kind").map(CreateCommand::kind).orElse(Kind.DATA);
    Optional<Match> there = lookup.in(context).find(typed);
    if (there.isPresent()) {
      throw new FxdException(
          Category.FAILED,
          "There is a " + there.get().node().kind() + " at " + there.get().path() + " already",
          "node:get shows it, node:set changes it",
          null);
    }
    NodePath path = Meant.newPath(typed);
    new NodeEdit(context, "made").run("create " + path, t -> t.at(path).create(kind));
  }

  private static Kind kind(String typed) {
    try {
      return new Kind(typed);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "'" + typed + "' is no name of a kind",
          "a lower-case letter, then lower-case letters, digits, dots and hyphens");
    }
  }
}
