package org.fxd.history.core;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;

/** What a state has that its head does not. */
final class UncommittedWork {
  private final Workspace workspace;
  private final Commits commits;
  private final Nodes nodes;

  UncommittedWork(Workspace workspace, Commits commits, Nodes nodes) {
    this.workspace = workspace;
    this.commits = commits;
    this.nodes = nodes;
  }

  /** A commit's tree with the work of a state done on it. */
  Node on(State state, Node target) {
    Node work = state.root();
    Optional<StoredCommit> head = state.resolve(State.HEAD).map(commits::get);
    if (head.isEmpty()) {
      return isEmpty(work)
          ? target
          : nodes.replay(nodes.builder(work.kind()).build(), work, target);
    }
    // Forms first: a file scanned since, or scanned there and raw here, is no work to follow.
    Node from = FileForms.like(target, workspace.node(head.get().commit().root()));
    Node done = FileForms.like(from, work);
    if (done.equals(from)) {
      return target;
    }
    try {
      return nodes.replay(from, done, target);
    } catch (ConflictException e) {
      throw new ConflictException(
          "Work that is not committed contradicts the commit to check out. " + e.getMessage(),
          "Commit the work first (fxd:commit -m MESSAGE), then check out again; or throw it away:"
              + " fxd:checkout --discard.",
          e);
    }
  }

  private static boolean isEmpty(Node root) {
    for (Entry entry : root.entries()) {
      if (entry.node().size() > 0) {
        return false;
      }
    }
    return true;
  }
}
