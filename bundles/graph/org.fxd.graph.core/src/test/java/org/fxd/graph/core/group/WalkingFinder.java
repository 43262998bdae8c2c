package org.fxd.graph.core.group;

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
import org.fxd.graph.core.select.TreeSelectors;

/** Finds by walking, in any tree. */
record WalkingFinder(TreeSelectors selectors) implements Finder {
  @Override
  public boolean select(
      Node root,
      Selector selector,
      Progress progress,
      Cancellation cancellation,
      Predicate<Match> visitor) {
    return selectors.walk(root, selector, cancellation, visitor);
  }

  @Override
  public Optional<Match> find(Node root, NodeId id) {
    List<Match> found = new ArrayList<>();
    selectors.walk(
        root,
        selectors.compile("*"),
        Cancellation.none(),
        match -> !match.id().equals(id) || !found.add(match));
    return found.stream().findFirst();
  }

  @Override
  public Optional<Match> find(Node root, NodePath path) {
    return Optional.empty();
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
