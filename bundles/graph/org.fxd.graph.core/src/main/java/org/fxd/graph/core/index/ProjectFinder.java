package org.fxd.graph.core.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.node.VirtualNode;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.TreeSelectors;

/** Finds nodes of one project: asks the index which to look at, and looks at these. */
final class ProjectFinder implements Finder {
  /** The index may move on while it is asked, so often at most; then a walk it is. */
  private static final int ATTEMPTS = 4;

  private static final Name CODE = Name.of(Workspace.CODE);

  private final StoredIndex stored;
  private final Views views;
  private final Projectors projectors;
  private final TreeSelectors walking;

  ProjectFinder(StoredIndex stored, Views views, Projectors projectors) {
    this.stored = stored;
    this.views = views;
    this.projectors = projectors;
    this.walking = new TreeSelectors(projectors);
  }

  @Override
  public boolean select(
      Node root,
      Selector selector,
      Progress progress,
      Cancellation cancellation,
      Predicate<Match> visitor) {
    CompiledSelector compiled = CompiledSelector.of(selector, projectors);
    Optional<Plan> plan = plan(root, compiled);
    Optional<NodeId> code = root.entry(CODE).map(Entry::id);
    Below below = new Below(root);
    for (int attempt = 0; plan.isPresent() && attempt < ATTEMPTS; attempt++) {
      Optional<View> view = views.of(root, progress, cancellation);
      if (view.isEmpty()) {
        break;
      }
      Optional<Optional<List<Plan.Candidate>>> answer =
          stored.ask(view.get(), index -> plan.get().candidates(new Lookup(index), below, code));
      if (answer.isPresent()) {
        if (answer.get().isEmpty()) {
          break;
        }
        Verification looking =
            new Verification(root, compiled, projectors, hints(view.get()), cancellation);
        return looking.tell(answer.get().get(), visitor);
      }
    }
    return walking.walk(root, compiled, cancellation, visitor);
  }

  private Optional<Plan> plan(Node root, CompiledSelector selector) {
    return isIndexed(root) ? new Planner(root).plan(selector.list()) : Optional.empty();
  }

  /** The index knows of files that are projected and of what is stored, and of nothing else. */
  private boolean isIndexed(Node root) {
    return projectors.areOf(Kind.FILE) && !(root instanceof VirtualNode);
  }

  /** What is known of a file that makes it quick to look into. */
  private Hints hints(View view) {
    return file ->
        stored.ask(view, index -> index.get(Keys.kept(file)).map(Kept::hint)).flatMap(hint -> hint);
  }

  @Override
  public Optional<Match> find(Node root, NodeId id) {
    for (int attempt = 0; attempt < ATTEMPTS && isIndexed(root); attempt++) {
      // An entry of the stored tree is found without looking into files.
      Optional<Match> unit = views.quick(root).flatMap(view -> unit(view, root, id));
      if (unit.isPresent()) {
        return unit;
      }
      Optional<View> view = views.of(root, Progress.NONE, Cancellation.none());
      if (view.isEmpty()) {
        break;
      }
      Optional<List<Way>> ways = ways(view.get(), id);
      if (ways.isPresent()) {
        return within(ways.get(), view.get(), root, id);
      }
    }
    return Search.in(root, id, projectors);
  }

  private Optional<Match> unit(View view, Node root, NodeId id) {
    return stored
        .ask(
            view,
            index -> {
              Locator locator = new Locator(index);
              return locator.standing(id).flatMap(locator::way);
            })
        .flatMap(way -> way)
        .flatMap(new Places(root)::at)
        .map(match -> projectors.expand(match, Cancellation.none()));
  }

  /** To where a node may be; empty if the index moved on meanwhile. */
  private Optional<List<Way>> ways(View view, NodeId id) {
    return stored.ask(
        view,
        index -> {
          Lookup lookup = new Lookup(index);
          return lookup.candidates(id).stream()
              .map(lookup.locator()::way)
              .flatMap(Optional::stream)
              .toList();
        });
  }

  private Optional<Match> within(List<Way> ways, View view, Node root, NodeId id) {
    Places places = new Places(root);
    Hints hints = hints(view);
    return ways.stream()
        .map(places::at)
        .flatMap(Optional::stream)
        .map(match -> hints.expand(match, projectors, Cancellation.none()))
        .map(match -> Search.from(match, id, projectors))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public Optional<Match> find(Node root, NodePath path) {
    return Ways.find(root, path, projectors);
  }

  @Override
  public long pending() {
    return views.pending();
  }

  @Override
  public long index(Progress progress, Cancellation cancellation) {
    return views.index(progress, cancellation);
  }
}
