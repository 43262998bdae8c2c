package org.fxd.graph.core.select;

import java.util.IdentityHashMap;
import java.util.function.Supplier;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/**
 * Asks many nodes whether a selector finds them. Remembers between two questions what the next one
 * may need, as long as they are about one tree; asked in the order of the tree it is quickest. Not
 * safe for use by more than one thread.
 */
public final class Matching {
  private final CompiledSelector selector;
  private final Seen seen;
  private final Attributes attributes;
  private final IdentityHashMap<Check, Object> memory = new IdentityHashMap<>();
  private Node root;

  /** A run of questions. */
  public Matching(CompiledSelector selector, Projectors projectors, Cancellation cancellation) {
    this.selector = selector;
    this.seen = new Seen(projectors, cancellation);
    this.attributes = new Attributes(seen);
  }

  /**
   * Whether the selector finds a node where it stands. The node may be as stored or as projected:
   * that makes no difference.
   */
  @SuppressWarnings("ReferenceEquality") // Comparing hashes would make them of a tree just built.
  public boolean matches(Match match) {
    if (match.root() != root) {
      memory.clear();
      root = match.root();
    }
    return selector.alternatives().meets(match, this);
  }

  Seen seen() {
    return seen;
  }

  Attributes attributes() {
    return attributes;
  }

  Cancellation cancellation() {
    return seen.cancellation();
  }

  /** What a check remembers in this run. */
  @SuppressWarnings("unchecked") // One check puts one type only.
  <T> T memory(Check check, Supplier<T> fresh) {
    return (T) memory.computeIfAbsent(check, key -> fresh.get());
  }
}
