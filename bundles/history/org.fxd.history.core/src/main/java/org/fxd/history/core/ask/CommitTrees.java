package org.fxd.history.core.ask;

import java.util.List;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.core.Commits;

/** The trees of commits. */
record CommitTrees(Workspace workspace, Commits commits) {
  Node of(Commit commit) {
    return workspace.node(commit.root());
  }

  /** The trees of the commits before one; of a first commit, one that does not exist. */
  List<Node> before(Commit commit) {
    return commit.parents().isEmpty()
        ? List.of(workspace.root().missing())
        : commits.get(commit.parents()).values().stream().map(p -> of(p.commit())).toList();
  }
}
