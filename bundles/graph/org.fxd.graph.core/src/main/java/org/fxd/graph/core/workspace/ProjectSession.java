package org.fxd.graph.core.workspace;

import java.util.function.Function;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.cursor.EditedTree;
import org.fxd.graph.core.cursor.SessionGround;

/** Work in one project under one origin. */
final class ProjectSession implements Session {
  private final ProjectWorkspace workspace;
  private final Origin origin;
  private final SessionGround ground;

  ProjectSession(ProjectWorkspace workspace, Origin origin) {
    this.workspace = workspace;
    this.origin = origin;
    this.ground =
        new SessionGround(
            workspace::root, workspace.finder(), workspace.expansions(), this::change);
  }

  private void change(Function<EditedTree, String> edit) {
    try (ProjectTransaction transaction = workspace.begin(origin)) {
      transaction.commit(edit.apply(transaction.tree()));
    }
  }

  @Override
  public Workspace workspace() {
    return workspace;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Transaction begin() {
    return workspace.begin(origin);
  }

  @Override
  public Cursor at(NodePath path) {
    return ground.at(path);
  }

  @Override
  public Cursor at(NodeId id) {
    return ground.at(id);
  }

  @Override
  public String toString() {
    return origin + " in " + workspace.project();
  }
}
