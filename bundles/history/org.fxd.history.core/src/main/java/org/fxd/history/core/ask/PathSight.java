package org.fxd.history.core.ask;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.core.FileForms;

/** Looks at what stands at some paths. */
final class PathSight implements Sight {
  private final Workspace workspace;
  private final Finder finder;
  private final List<NodePath> paths;

  PathSight(Workspace workspace, Finder finder, List<NodePath> paths) {
    this.workspace = workspace;
    this.finder = finder;
    this.paths = paths;
  }

  @Override
  public boolean same(Commit child, Commit parent) {
    if (child.root().equals(parent.root())) {
      return true;
    }
    Node after = workspace.node(child.root());
    Node before = workspace.node(parent.root());
    return paths.stream().allMatch(path -> same(after, before, path));
  }

  /** Goes down both trees as long as they differ. */
  private boolean same(Node one, Node other, NodePath path) {
    Node after = one;
    Node before = other;
    for (NodePath.Step step : path.steps()) {
      Optional<Entry> now = after.entry(step.name());
      Optional<Entry> then = before.entry(step.name());
      if (now.isEmpty() || then.isEmpty() || step.ordinal() > 1) {
        return same(found(one, path), found(other, path));
      }
      after = now.get().node();
      before = then.get().node();
      if (after.hash().equals(before.hash())) {
        return true;
      }
    }
    return FileForms.same(before, after);
  }

  private static boolean same(Optional<Node> after, Optional<Node> before) {
    return after.isPresent() && before.isPresent()
        ? FileForms.same(before.get(), after.get())
        : after.isEmpty() && before.isEmpty();
  }

  /** Files that are not scanned are looked into only for what is within them. */
  private Optional<Node> found(Node root, NodePath path) {
    return stored(root, path).or(() -> finder.find(root, path).map(Match::node));
  }

  private static Optional<Node> stored(Node root, NodePath path) {
    Optional<Node> at = Optional.of(root);
    for (NodePath.Step step : path.steps()) {
      at =
          step.ordinal() > 1
              ? Optional.empty()
              : at.flatMap(node -> node.entry(step.name())).map(Entry::node);
    }
    return at;
  }

  /** Something else may have stood there earlier. */
  @Override
  public boolean endsWhereItCame() {
    return false;
  }

  @Override
  public boolean isIn(Commit commit) {
    Node root = workspace.node(commit.root());
    return paths.stream().anyMatch(path -> found(root, path).isPresent());
  }
}
