package org.fxd.shell.command.history;

import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.FilePath;

/** A path as someone types it for a tree: of a file, with slashes, or of any node, with dots. */
final class TypedPath {
  private TypedPath() {}

  /** What a text means in a tree. */
  static NodePath in(Node tree, String typed) {
    FilePath file = ProjectPath.parse(typed);
    NodePath path = NodePath.of(Workspace.CODE);
    for (Name name : file.names()) {
      path = path.child(name);
    }
    if (exists(tree, path)) {
      return path;
    }
    return byDots(typed)
        .filter(other -> exists(tree, other))
        .orElseThrow(() -> ProjectPath.missing(tree, file));
  }

  private static Optional<NodePath> byDots(String typed) {
    try {
      return Optional.of(NodePath.parse(typed));
    } catch (UsageException e) {
      return Optional.empty(); // So it is a file's path, or none.
    }
  }

  private static boolean exists(Node tree, NodePath path) {
    Node node = tree;
    for (NodePath.Step step : path.steps()) {
      node = node.child(step.name());
    }
    return node.exists();
  }
}
