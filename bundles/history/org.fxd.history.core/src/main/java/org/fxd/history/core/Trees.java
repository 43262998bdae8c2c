package org.fxd.history.core;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Selection;
import org.fxd.history.core.part.Projections;
import org.fxd.history.core.part.Selecting;

/** The trees that commits are made of, and work that goes from one to another. */
final class Trees {
  private final Workspace workspace;
  private final Nodes nodes;
  private final Selecting selecting;

  Trees(Workspace workspace, Nodes nodes, Finder finder, Projections projections) {
    this.workspace = workspace;
    this.nodes = nodes;
    this.selecting = new Selecting(nodes, finder, projections);
  }

  /** The tree of a commit; an empty one before the first. */
  Node of(Optional<Commit> commit) {
    return commit
        .map(known -> workspace.node(known.root()))
        .orElseGet(() -> nodes.builder(Kind.ROOT).build());
  }

  /** A commit's tree with the selected part of the work done. */
  Node part(Optional<Commit> commit, Node work, Selection selection) {
    return part(of(commit), work, selection);
  }

  /** One tree with the selected part done of what turned it into another. */
  Node part(Node from, Node work, Selection selection) {
    if (Selecting.isAll(selection)) {
      return work;
    }
    // Forms first: a file that was only scanned since is no work.
    return selecting.part(from, FileForms.like(from, work), selection);
  }

  /** Does on a tree what turned another into a third, whatever form files have. */
  Node replay(Node from, Node work, Node target) throws ConflictException {
    if (target.equals(from)) {
      return work;
    }
    Node base = FileForms.like(target, from);
    Node done = FileForms.like(base, work);
    return done.equals(base) ? target : nodes.replay(base, done, target);
  }

  /**
   * Whether there is something to commit.
   *
   * @throws FxdException if not
   */
  void checkDiffers(Optional<Commit> head, Node tree, Selection selection) {
    boolean all = Selecting.isAll(selection);
    if (head.isEmpty() && all || FileForms.differ(of(head), tree)) {
      return;
    }
    String than = head.map(commit -> "commit " + commit.id().brief()).orElse("an empty project");
    throw new FxdException(
        FxdException.Category.FAILED,
        all
            ? "Nothing to commit: the project is as in " + than + "."
            : "Nothing to commit: what is selected is as in " + than + ".",
        "Change something first; fxd:status shows what differs.",
        null);
  }

  /** There is nothing yet that could be amended or gone back to. */
  static NotFoundException noCommit() {
    return new NotFoundException("There is no commit yet.", "Make one: fxd:commit -m MESSAGE");
  }
}
