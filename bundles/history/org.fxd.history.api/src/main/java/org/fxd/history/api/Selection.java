package org.fxd.history.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Selector;

/**
 * Which part of the work that is not committed is meant. Immutable.
 *
 * <p>A node that is selected counts with all that is below it, and with its name and the place
 * where it stands: one that was renamed or moved goes as one, whether it is selected where it was
 * or where it is. What is selected is looked up in the tree of the commit checked out and in the
 * workspace, so what was removed can be selected too.
 *
 * <p>What a selected node cannot do without comes along: the folders that it stands in, if they are
 * new (without what else is in them), and the gaps beside a snippet that came or went with it.
 */
public sealed interface Selection {
  /** All of the work. */
  record All() implements Selection {}

  /**
   * What stands at a path, there or in the commit checked out.
   *
   * @param path leads into files too; {@link NodePath#ROOT} means all
   */
  record At(NodePath path) implements Selection {}

  /** What a selector finds, in the workspace or in the commit checked out. */
  record Found(Selector selector) implements Selection {}

  /** The nodes with these ids, such as snippets. */
  record Those(Set<NodeId> ids) implements Selection {
    public Those {
      ids = Set.copyOf(ids);
    }
  }

  /** All that one of several selections means. */
  record AnyOf(List<Selection> selections) implements Selection {
    public AnyOf {
      selections = List.copyOf(selections);
    }
  }

  /** All of the work. */
  static Selection all() {
    return new All();
  }

  /** Nothing of it. */
  static Selection none() {
    return new AnyOf(List.of());
  }

  /** What stands at one of some paths. */
  static Selection at(Collection<NodePath> paths) {
    return new AnyOf(paths.stream().<Selection>map(At::new).toList());
  }

  /** What a selector finds. */
  static Selection found(Selector selector) {
    return new Found(selector);
  }

  /** The nodes with some ids. */
  static Selection of(Collection<NodeId> ids) {
    return new Those(Set.copyOf(ids));
  }

  /** What this means, and what another does. */
  default Selection and(Selection other) {
    return new AnyOf(List.of(this, other));
  }
}
