package org.fxd.shell.command.node;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.select.Match;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Found;
import org.fxd.shell.project.Lookup;
import org.fxd.shell.project.Meant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:owner}: who made a node, and who changed it last. */
@Component(property = Command.NAME + "=node:owner")
public final class OwnerCommand implements Command {
  private static final Pattern SELECTOR = Pattern.compile("^\\s*[.#\\[*:]|[ >\\[\\],]");

  private final CommandSpec spec =
      CommandSpec.named("node:owner", "Tells who made nodes, and who changed them last")
          .description(
              """
              NODE is a path with dots, FILE#SNIPPET, a file, #ID, or else a selector: then all that it
              finds are told of. The owner is who first brought the node into the project. What counts
              as a change is one of the node itself, its name and where it stands, and not one of what is
              in it. The snippets of a file that was never changed here are as old as its content.""")
          .parameter("NODE", "the node, or a selector", Completion.NODE)
          .example("node:owner 'src/Hello.java#Hello.greet'", "tells who made a method, and when")
          .example("node:owner '.method'", "tells who made each method, and who changed it last")
          .example("node:owner '.file' --json", "tells of all files, for a program")
          .build();

  private final Lookup lookup;

  /** Finds with the given services. */
  @Activate
  public OwnerCommand(@Reference Lookup lookup) {
    this.lookup = lookup;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    new OwnerList(context.service(Owners.class), found(context)).answer(context);
  }

  private Found found(CommandContext context) {
    String typed = context.parameter("NODE").orElseThrow();
    Meant meant = lookup.in(context);
    Optional<Match> one = meant.find(typed);
    if (one.isEmpty() && SELECTOR.matcher(typed).find()) {
      return Found.by(context, context.workspace().root(), lookup.selector(typed), Long.MAX_VALUE);
    }
    return Found.of(List.of(one.orElseGet(() -> meant.node(typed))));
  }
}
