package org.fxd.history.core;

import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Reflog;
import org.fxd.history.api.ref.Tags;

/** The names of one open project's commits, and what is done with them. */
final class ProjectRefs {
  private final Branches branches;
  private final Tags tags;
  private final Checkouts checkouts;
  private final Reflog reflog;

  /**
   * The names of a project.
   *
   * @param moves how they moved
   * @param revisions what is meant by a text
   */
  ProjectRefs(
      Workspace workspace, Commits commits, Nodes nodes, RefHistory moves, Revisions revisions) {
    Object turn = new Object();
    branches = new ProjectBranches(workspace, commits, turn);
    tags = new ProjectTags(workspace, commits, nodes, turn);
    checkouts = new ProjectCheckouts(workspace, commits, nodes, moves, revisions, turn);
    reflog = moves;
  }

  Branches branches() {
    return branches;
  }

  Tags tags() {
    return tags;
  }

  Checkouts checkouts() {
    return checkouts;
  }

  Reflog reflog() {
    return reflog;
  }
}
