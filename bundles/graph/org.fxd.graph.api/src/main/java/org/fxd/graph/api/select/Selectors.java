package org.fxd.graph.api.select;

import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Compiles selectors and answers them for any tree by walking it. A service; safe for use by any
 * number of threads. For an open project, {@link Finder} answers from an index.
 */
@ProviderType
public interface Selectors {
  /**
   * Compiles a selector.
   *
   * @throws SelectorException if the text is not one
   */
  Selector compile(String text);

  /**
   * Tells the nodes that a selector finds in a tree, in the order of the tree, by walking it.
   *
   * @param root the tree; the root itself is not told
   * @param visitor told of each node; returns whether to go on
   * @return false if the visitor stopped
   * @throws CancelledException if asked to stop
   */
  boolean walk(Node root, Selector selector, Cancellation cancellation, Predicate<Match> visitor);
}
