package org.fxd.shell.command;

import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.select.Finder;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.print.Amounts;

/**
 * Imported files, looked into.
 *
 * @param snippets how many snippets were found in them
 * @param pending how many files are still to be looked into
 * @param stopped whether a person stopped it
 */
record LookInto(long snippets, long pending, boolean stopped) {
  /** Looks into what is to be. The import stays whatever happens here. */
  static LookInto run(CommandContext context) {
    Finder finder = context.service(Finder.class);
    try {
      long snippets = finder.index(context.progress(), context.cancellation());
      return new LookInto(snippets, finder.pending(), false);
    } catch (CancelledException e) {
      return new LookInto(0, finder.pending(), true);
    }
  }

  /** Leaves it for later. */
  static LookInto later(CommandContext context) {
    return new LookInto(0, context.service(Finder.class).pending(), false);
  }

  /** What is left, for a person. */
  String left() {
    return "the import is done, and "
        + Amounts.count(pending, "file")
        + " will be looked into at the first question";
  }
}
