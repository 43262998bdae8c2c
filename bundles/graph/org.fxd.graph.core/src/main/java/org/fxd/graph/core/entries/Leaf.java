package org.fxd.graph.core.entries;

import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;

/**
 * An entry as a map holds it. There is one for every node that is held in memory, so it has the
 * entry's parts themselves; entry and key are made when they are asked for.
 */
public final class Leaf implements Item {
  private final long high;
  private final long low;
  private final Name name;

  /** None exactly where names are the keys. */
  private final Place place;

  private final Node node;

  private Leaf(NodeId id, Name name, Place place, Node node) {
    this.high = id.high();
    this.low = id.low();
    this.name = name;
    this.place = place;
    this.node = node;
  }

  /**
   * An entry as a map of that sort holds it.
   *
   * @throws IllegalArgumentException if it is to be sorted by place and has none
   */
  public static Leaf of(boolean byName, Entry entry) {
    if (!byName && entry.place().equals(Place.NONE)) {
      throw new IllegalArgumentException("The entry '" + entry.name() + "' has no place");
    }
    return new Leaf(entry.id(), entry.name(), byName ? Place.NONE : entry.place(), entry.node());
  }

  /** The entry. */
  public Entry entry() {
    return new Entry(id(), name, place, node);
  }

  /** The entry's id. */
  public NodeId id() {
    return new NodeId(high, low);
  }

  /** Whether the entry has that id. */
  public boolean has(NodeId id) {
    return high == id.high() && low == id.low();
  }

  /** The entry's name. */
  public Name name() {
    return name;
  }

  /** The entry's place. */
  public Place place() {
    return place;
  }

  /** The entry's node. */
  public Node node() {
    return node;
  }

  @Override
  public Key key() {
    return byName() ? Key.of(name) : Key.of(place, id());
  }

  @Override
  public int compareTo(Key key) {
    if (byName()) {
      return name.compareTo(key.name());
    }
    int order = place.compareTo(key.place());
    if (order == 0) {
      order = Long.compareUnsigned(high, key.id().high());
    }
    return order != 0 ? order : Long.compareUnsigned(low, key.id().low());
  }

  /**
   * The order of two entries of maps of one sort: that of their keys, which are not made for it.
   */
  int order(Leaf other) {
    if (byName()) {
      return name.compareTo(other.name);
    }
    int order = place.compareTo(other.place);
    if (order == 0) {
      order = Long.compareUnsigned(high, other.high);
    }
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  /** Whether two entries have one id. */
  boolean sameId(Leaf other) {
    return high == other.high && low == other.low;
  }

  @Override
  public long count() {
    return 1;
  }

  private boolean byName() {
    return place.equals(Place.NONE);
  }
}
