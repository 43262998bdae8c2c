package org.fxd.history.core.ask;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.TreeChange;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.core.FileForms;

/**
 * Follows a node by its id. Where it stands in a commit is known from where it stands in a child:
 * mostly in the same place, which is found by going down there; else it is searched for.
 */
final class NodeSight implements Sight {
  private final Workspace workspace;
  private final Finder finder;
  private final NodeId id;
  private final Map<Hash, Optional<Match>> standing = new HashMap<>();

  NodeSight(Workspace workspace, Finder finder, NodeId id) {
    this.workspace = workspace;
    this.finder = finder;
    this.id = id;
  }

  /** Where it stands in a commit. */
  Optional<Match> in(Commit commit) {
    return standing.computeIfAbsent(commit.root(), root -> finder.find(workspace.node(root), id));
  }

  /** Where it stands in the parent of a commit. */
  Optional<Match> in(Commit child, Commit parent) {
    Optional<Match> known = standing.get(parent.root());
    if (known == null) {
      Node root = workspace.node(parent.root());
      known =
          in(child)
              .flatMap(match -> sameWay(match, root).or(() -> samePath(match, root)))
              .or(() -> finder.find(root, id));
      standing.put(parent.root(), known);
    }
    return known;
  }

  /**
   * Goes down the same way, at most to where the trees are equal; empty if something on it is not
   * there. What stands in a file that is stored raw is not found so; the file itself is, and need
   * not be looked into.
   */
  private Optional<Match> sameWay(Match match, Node root) {
    List<Match> way = match.way();
    Match at = null;
    Node container = root;
    for (int i = 0; i < way.size(); i++) {
      Match step = way.get(i);
      Optional<Entry> there =
          container.entry(step.name()).filter(entry -> entry.id().equals(step.id()));
      if (there.isEmpty()) {
        return Optional.empty();
      }
      at = at == null ? Match.below(root, there.get()) : at.child(there.get());
      container = there.get().node();
      if (container.hash().equals(step.entry().node().hash())) {
        at = at.as(step.node());
        for (Match inner : way.subList(i + 1, way.size())) {
          at = at.child(inner.entry()).as(inner.node());
        }
        return Optional.of(at);
      }
    }
    return Optional.ofNullable(at);
  }

  private Optional<Match> samePath(Match match, Node root) {
    return finder.find(root, match.path()).filter(found -> found.id().equals(id));
  }

  @Override
  public boolean same(Commit child, Commit parent) {
    return child.root().equals(parent.root()) || kinds(child, parent).isEmpty();
  }

  @Override
  public boolean endsWhereItCame() {
    return true;
  }

  @Override
  public boolean isIn(Commit commit) {
    return in(commit).isPresent();
  }

  /** What happened to it on the way from a parent to a commit. */
  Set<TreeChange.Kind> kinds(Commit child, Commit parent) {
    return kinds(in(child, parent), in(child));
  }

  /** What happened to it between two places. */
  static Set<TreeChange.Kind> kinds(Optional<Match> before, Optional<Match> after) {
    Set<TreeChange.Kind> kinds = EnumSet.noneOf(TreeChange.Kind.class);
    if (before.isEmpty() || after.isEmpty()) {
      if (after.isPresent()) {
        kinds.add(TreeChange.Kind.ADDED);
      } else if (before.isPresent()) {
        kinds.add(TreeChange.Kind.REMOVED);
      }
      return kinds;
    }
    if (!before.get().name().equals(after.get().name())) {
      kinds.add(TreeChange.Kind.RENAMED);
    }
    if (!before.get().parent().map(Match::id).equals(after.get().parent().map(Match::id))) {
      kinds.add(TreeChange.Kind.MOVED);
    }
    if (!FileForms.same(before.get().node(), after.get().node())) {
      kinds.add(TreeChange.Kind.CHANGED);
    }
    return kinds;
  }
}
