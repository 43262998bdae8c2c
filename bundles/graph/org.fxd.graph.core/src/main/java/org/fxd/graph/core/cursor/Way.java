package org.fxd.graph.core.cursor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.node.MissingNode;

/**
 * Where a node stood when it was seen last: its entry (without the node), and the way to what it
 * stands in. A hint: what it says may be out of date.
 */
final class Way {
  /** The id under which a project's state holds its root. */
  static final NodeId ROOT_ID =
      NodeId.derived(Hash.ofContent("state:root".getBytes(StandardCharsets.UTF_8)));

  /** The way to the root. */
  static final Way ROOT = new Way(Optional.empty(), bare(ROOT_ID, Name.EMPTY, Place.NONE));

  private final Optional<Way> above;
  private final Entry entry;

  private Way(Optional<Way> above, Entry entry) {
    this.above = above;
    this.entry = entry;
  }

  private static Entry bare(NodeId id, Name name, Place place) {
    return new Entry(id, name, place, MissingNode.MISSING);
  }

  /** A node of which only the id is known. */
  static Way unknown(NodeId id) {
    return id.equals(ROOT_ID) ? ROOT : new Way(Optional.empty(), bare(id, Name.EMPTY, Place.NONE));
  }

  /** The way to an entry of the node here. */
  Way to(Entry inner) {
    return new Way(Optional.of(this), bare(inner.id(), inner.name(), inner.place()));
  }

  /** The way from the root over some entries. */
  static Way over(List<Entry> entries) {
    Way way = ROOT;
    for (Entry entry : entries) {
      way = way.to(entry);
    }
    return way;
  }

  /** The way to what was found. */
  static Way to(Match match) {
    return over(match.way().stream().map(Match::entry).toList());
  }

  NodeId id() {
    return entry.id();
  }

  /** The entry, without its node. */
  Entry entry() {
    return entry;
  }

  /** The way to what it stands in; empty for the root, and where it is not known. */
  Optional<Way> above() {
    return above;
  }

  boolean isRoot() {
    return this == ROOT;
  }

  /** The names on the way, as a path for people: that names may repeat does not show. */
  NodePath names() {
    Deque<NodePath.Step> steps = new ArrayDeque<>();
    for (Way at = this; at.above.isPresent(); at = at.above.get()) {
      steps.addFirst(new NodePath.Step(at.entry.name(), 1));
    }
    return new NodePath(List.copyOf(steps));
  }
}
