package org.fxd.shell.project;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.mount.Mounts;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.Selectors;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds what a person means, for all commands alike. */
@Component(service = Lookup.class)
public final class Lookup {
  private final Sources sources;
  private final Selectors selectors;

  /** Looks with the given services. */
  @Activate
  public Lookup(@Reference Sources sources, @Reference Selectors selectors) {
    this.sources = sources;
    this.selectors = selectors;
  }

  /** Reads files. */
  public Sources sources() {
    return sources;
  }

  /**
   * Compiles a selector.
   *
   * @throws SelectorProblem if it is none
   */
  public Selector selector(String text) {
    return SelectorProblem.compile(selectors, text);
  }

  /** What is meant in the project as it is. */
  public Meant in(CommandContext context) {
    return in(context, context.workspace().root());
  }

  /** What is meant in a root of the project. */
  public Meant in(CommandContext context, Node root) {
    return new Meant(sources, selectors, context.service(Finder.class), root);
  }

  /** The node that a word means in the project as it is. */
  public Match node(CommandContext context, String typed) {
    return in(context).node(typed);
  }

  /**
   * A node to look at: what {@link #node} finds, or what is mounted, such as {@code
   * $history.branches.main}.
   */
  public Match seen(CommandContext context, String typed) {
    return isMounted(typed) ? mounted(context).node(typed) : node(context, typed);
  }

  /** What is meant among the mounts. */
  public Meant mounted(CommandContext context) {
    return in(context, context.service(Mounts.class).root());
  }

  /** Whether a word means something that is mounted. */
  public static boolean isMounted(String typed) {
    return typed.startsWith(Mounts.SIGN);
  }

  /** Shows what was found; for one answer. */
  public Hits hits() {
    return new Hits(sources);
  }
}
