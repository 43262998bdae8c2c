package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.merge.Contradiction;

/**
 * Finds nodes of one root by id: first along the path where each was known to stand; if one is not
 * there, all of the root is searched, once.
 */
final class Spots {
  private final Node root;
  private final Map<NodeId, Optional<Spot>> known = new HashMap<>();
  private final Set<NodeId> missed = new HashSet<>();
  private final Function<NodeId, Optional<List<Name>>> index;

  /** A root that can only be searched. */
  Spots(Node root) {
    this(root, null);
  }

  /** A root for which an index knows where everything stands; there is no need to search it. */
  Spots(Node root, Function<NodeId, Optional<List<Name>>> index) {
    this.root = root;
    this.index = index;
    known.put(
        Contradiction.ROOT,
        Optional.of(
            new Spot(
                List.of(),
                List.of(),
                new Entry(Contradiction.ROOT, Name.EMPTY, Place.NONE, root))));
  }

  /** Says where a node should be; who asks next for one that is not there starts the search. */
  void expect(NodeId id, List<Name> path) {
    if (!known.containsKey(id)) {
      Optional<Spot> spot = along(root, id, path, new ArrayList<>(), 0);
      spot.ifPresentOrElse(found -> known.put(id, spot), () -> missed.add(id));
    }
  }

  /** Where a node stands that was {@linkplain #expect expected}; empty if it is nowhere. */
  Optional<Spot> find(NodeId id) {
    if (!known.containsKey(id) && index != null) {
      known.put(id, index.apply(id).flatMap(path -> along(root, id, path, new ArrayList<>(), 0)));
    } else if (!known.containsKey(id)) {
      missed.add(id);
      search(root, new ArrayList<>(), new ArrayList<>());
      missed.forEach(lost -> known.putIfAbsent(lost, Optional.empty()));
      missed.clear();
    }
    return known.get(id);
  }

  /**
   * Where a node stands, to be kept with its conflicts.
   *
   * @param inConflict all nodes that are: what is in them is not the file's own
   */
  Stood stood(Spot spot, Set<NodeId> inConflict) {
    Optional<Spot> file = file(spot);
    return new Stood(
        spot.path(),
        file.map(at -> at.entry().id()),
        file.map(at -> MarkerLines.count(Strays.text(at.entry(), inConflict))).orElse(0));
  }

  /** The file that a node is, or is part of. */
  Optional<Spot> file(Spot spot) {
    Node at = root;
    for (int i = 0; i < spot.way().size(); i++) {
      Optional<Entry> entry = at.entry(spot.way().get(i));
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      at = entry.get().node();
      if (at.kind().equals(Kind.FILE)) {
        return Optional.of(
            new Spot(spot.way().subList(0, i + 1), spot.path().subList(0, i + 1), entry.get()));
      }
    }
    return Optional.empty();
  }

  /** The file that a node stood in which may be there no more, wherever that file stands now. */
  Optional<Spot> file(Stood stood) {
    Optional<Spot> there = file(root, stood.path());
    if (stood.file().isEmpty()
        || there.filter(at -> at.entry().id().equals(stood.file().get())).isPresent()) {
      return there;
    }
    return find(stood.file().get()).filter(at -> at.entry().node().kind().equals(Kind.FILE));
  }

  private static Optional<Spot> file(Node root, List<Name> path) {
    List<NodeId> way = new ArrayList<>();
    Node at = root;
    while (way.size() < path.size() && at.kind().sortedByName()) {
      Optional<Entry> entry = at.entry(path.get(way.size()));
      if (entry.isEmpty()) {
        return Optional.empty();
      }
      way.add(entry.get().id());
      at = entry.get().node();
      if (at.kind().equals(Kind.FILE)) {
        return Optional.of(
            new Spot(List.copyOf(way), List.copyOf(path.subList(0, way.size())), entry.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Spot> along(
      Node node, NodeId id, List<Name> path, List<NodeId> way, int step) {
    if (step == path.size()) {
      return Optional.empty();
    }
    Name name = path.get(step);
    List<Entry> candidates = new ArrayList<>();
    if (node.kind().sortedByName()) {
      node.entry(name).ifPresent(candidates::add);
    } else {
      for (Entry entry : node.entries()) {
        if (entry.name().equals(name)) {
          candidates.add(entry);
        }
      }
    }
    for (Entry entry : candidates) {
      way.add(entry.id());
      if (step == path.size() - 1 && entry.id().equals(id)) {
        return Optional.of(new Spot(List.copyOf(way), List.copyOf(path), entry));
      }
      Optional<Spot> below = along(entry.node(), id, path, way, step + 1);
      if (below.isPresent()) {
        return below;
      }
      way.remove(way.size() - 1);
    }
    return Optional.empty();
  }

  private void search(Node node, List<NodeId> way, List<Name> path) {
    for (Entry entry : node.entries()) {
      if (entry.node().kind().equals(ConflictBook.CONFLICT)) {
        continue;
      }
      way.add(entry.id());
      path.add(entry.name());
      if (missed.contains(entry.id())) {
        known.put(entry.id(), Optional.of(new Spot(List.copyOf(way), List.copyOf(path), entry)));
      }
      search(entry.node(), way, path);
      way.remove(way.size() - 1);
      path.remove(path.size() - 1);
    }
  }
}
