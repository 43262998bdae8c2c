package org.fxd.graph.api.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Finds nodes of one open project by selector, id and path. A service with the property {@link
 * org.fxd.graph.api.workspace.Workspace#PROJECT}; safe for use by any number of threads.
 *
 * <p>An index is kept in the project's store: which nodes are of a kind, of a type, have an
 * attribute, and where each stands. It moves with every change, in the same durable step, at a cost
 * that follows the change; opening a project costs nothing. The index is of the newest state. A
 * root that differs little from it (an earlier state, or one in the making) is answered by moving
 * the index in memory; others by a walk. The answer is always the same as {@link Selectors#walk}'s.
 *
 * <p>Files that came in raw are looked into after the change that brought them, by {@link #index}
 * or by the first question that has to know. That is done once.
 *
 * <p>Methods throw {@link StoreException} if the project cannot be read.
 */
@ProviderType
public interface Finder {
  /**
   * Tells the nodes that a selector finds, in the order of the tree.
   *
   * @param root a root of this project
   * @param visitor told of each node; returns whether to go on
   * @return false if the visitor stopped
   * @throws CancelledException if asked to stop
   */
  boolean select(
      Node root,
      Selector selector,
      Progress progress,
      Cancellation cancellation,
      Predicate<Match> visitor);

  /** All nodes that a selector finds. */
  default List<Match> select(Node root, Selector selector) {
    List<Match> found = new ArrayList<>();
    select(root, selector, Progress.NONE, Cancellation.none(), found::add);
    return found;
  }

  /** The node with an id. */
  Optional<Match> find(Node root, NodeId id);

  /** The node at a path; empty for {@link NodePath#ROOT}. */
  Optional<Match> find(Node root, NodePath path);

  /** How many files of the newest state are still to be looked into. */
  long pending();

  /**
   * Looks into the files that are still to be, on all processors, and keeps what is found.
   *
   * @return how many snippets and other inner nodes were found in them
   * @throws CancelledException if asked to stop; what was found so far is kept
   */
  long index(Progress progress, Cancellation cancellation);
}
