package org.fxd.shell.project;

import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.CommandContext;

/** The tree that a command looks at. */
public final class Revisions {
  private Revisions() {}

  /** The tree of the revision that an option names; the project as it is, if it is not given. */
  public static Node root(CommandContext context, String option) {
    return find(context, option).orElseGet(() -> context.workspace().root());
  }

  /** The tree of the revision that an option names; empty if it is not given. */
  public static Optional<Node> find(CommandContext context, String option) {
    return context
        .option(option)
        .map(
            revision -> {
              History history = context.service(History.class);
              return history.root(history.resolve(revision));
            });
  }
}
