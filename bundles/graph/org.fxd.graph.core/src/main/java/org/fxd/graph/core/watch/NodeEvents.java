package org.fxd.graph.core.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.watch.NodeTopics;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;
import org.fxd.graph.core.delta.TreeOrder;
import org.fxd.graph.core.projection.Projectors;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Posts what happened to single nodes to Event Admin, if anyone listens there. */
public final class NodeEvents implements Observer {
  private final Supplier<Optional<EventAdmin>> events;
  private final Supplier<Set<String>> wanted;
  private final Projectors projectors;

  /**
   * Posts to whatever is there at that time.
   *
   * @param wanted which topics of {@link NodeTopics} someone listens to
   */
  public NodeEvents(
      Supplier<Optional<EventAdmin>> events, Supplier<Set<String>> wanted, Projectors projectors) {
    this.events = events;
    this.wanted = wanted;
    this.projectors = projectors;
  }

  /** An event to be: its topic, and the node before and after. */
  private record Told(String topic, Optional<Match> before, Optional<Match> after) {}

  @Override
  public void changed(Workspace workspace, Change change) {
    Optional<EventAdmin> admin = events.get();
    Set<String> topics = admin.isPresent() ? wanted.get() : Set.of();
    if (!topics.isEmpty()) {
      TreeDelta delta = TreeDelta.of(change.before().root(), change.after().root(), projectors);
      told(delta, topics).stream()
          .limit(NodeTopics.MOST)
          .forEach(told -> admin.get().postEvent(event(workspace, change, told)));
    }
  }

  /** In the order of the later tree, removals last. */
  private static List<Told> told(TreeDelta delta, Set<String> topics) {
    List<Told> later = new ArrayList<>();
    for (Touched node : delta.kept()) {
      if (node.moved() && topics.contains(NodeTopics.MOVED)) {
        later.add(told(NodeTopics.MOVED, node));
      }
      if (node.own() && topics.contains(NodeTopics.CHANGED)) {
        later.add(told(NodeTopics.CHANGED, node));
      }
    }
    if (topics.contains(NodeTopics.CREATED)) {
      for (Match match : delta.added()) {
        later.add(new Told(NodeTopics.CREATED, Optional.empty(), Optional.of(match)));
      }
    }
    later.sort((a, b) -> TreeOrder.ORDER.compare(a.after().get(), b.after().get()));
    if (topics.contains(NodeTopics.REMOVED)) {
      for (Match match : delta.removed()) {
        later.add(new Told(NodeTopics.REMOVED, Optional.of(match), Optional.empty()));
      }
    }
    return later;
  }

  private static Told told(String topic, Touched node) {
    return new Told(topic, Optional.of(node.before()), Optional.of(node.after()));
  }

  private static Event event(Workspace workspace, Change change, Told told) {
    Match match = told.after().or(told::before).orElseThrow();
    Map<String, Object> properties = new HashMap<>();
    properties.put(NodeTopics.PROJECT, workspace.project());
    properties.put(NodeTopics.OPERATION, change.operation().id().toString());
    properties.put(NodeTopics.PRINCIPAL, change.operation().origin().principal());
    properties.put(NodeTopics.SOURCE, change.operation().origin().source());
    properties.put(NodeTopics.ID, match.id().toString());
    properties.put(NodeTopics.KIND, match.node().kind().name());
    properties.put(NodeTopics.PATH, match.path().toString());
    if (told.topic().equals(NodeTopics.MOVED)) {
      properties.put(NodeTopics.PATH_BEFORE, told.before().orElseThrow().path().toString());
    }
    told.before().ifPresent(node -> properties.put(NodeTopics.HASH_BEFORE, hash(node)));
    told.after().ifPresent(node -> properties.put(NodeTopics.HASH_AFTER, hash(node)));
    return new Event(told.topic(), properties);
  }

  /** As stored: that is the hash by which anyone can ask for the node. */
  private static String hash(Match match) {
    return match.entry().node().hash().toString();
  }
}
