package org.fxd.graph.core.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.projection.Projectors;

/** Finds nodes of one project. */
public final class ProjectFinder implements Finder {
  private final Projectors projectors;

  /** A finder that looks into files with the help of some projectors. */
  public ProjectFinder(Projectors projectors) {
    this.projectors = projectors;
  }

  @Override
  public boolean select(
      Node root,
      Selector selector,
      Progress progress,
      Cancellation cancellation,
      Predicate<Match> visitor) {
    return new TreeWalk(
            projectors, cancellation, match -> !selector.matches(match) || visitor.test(match))
        .below(root);
  }

  @Override
  public Optional<Match> find(Node root, NodeId id) {
    List<Match> found = new ArrayList<>();
    new TreeWalk(
            projectors, Cancellation.none(), match -> !match.id().equals(id) || !found.add(match))
        .below(root);
    return found.stream().findFirst();
  }

  @Override
  public Optional<Match> find(Node root, NodePath path) {
    return Ways.find(root, path, projectors);
  }

  @Override
  public long pending() {
    return 0;
  }

  @Override
  public long index(Progress progress, Cancellation cancellation) {
    return 0;
  }
}
