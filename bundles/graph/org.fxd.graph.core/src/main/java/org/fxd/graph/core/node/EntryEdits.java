package org.fxd.graph.core.node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.entries.EntryMap;
import org.fxd.graph.core.entries.Key;
import org.fxd.graph.core.entries.Leaf;

/**
 * The entries of a node being edited: a map as it was last built, and what was put and removed
 * since. Entries are found by key in O(log n). The first searches by id read the entries, O(n);
 * then the ids are put into an index, and later ones cost nothing.
 */
final class EntryEdits {
  /** Places longer than this are spread anew, so that appending never runs out of room. */
  private static final int LONGEST_PLACE = 16;

  /** After so many searches by id the ids are put into an index. */
  private static final int LINEAR_SEARCHES = 2;

  private final boolean byName;
  private final NavigableMap<Key, Optional<Leaf>> edits = new TreeMap<>();
  private EntryMap map;
  private Map<NodeId, Key> index;
  private long size;
  private int searches;

  EntryEdits(EntryMap map) {
    this.byName = map.byName();
    this.map = map;
    this.size = map.size();
  }

  long size() {
    return size;
  }

  Optional<Leaf> find(Name name) {
    if (byName) {
      return find(Key.of(name));
    }
    for (Entry entry : apply().entries()) {
      if (entry.name().equals(name)) {
        return find(Key.of(false, entry));
      }
    }
    return Optional.empty();
  }

  Optional<Leaf> find(NodeId id) {
    if (size == 0) {
      return Optional.empty();
    }
    if (index == null && ++searches <= LINEAR_SEARCHES) {
      return search(id);
    }
    if (index == null) {
      Map<NodeId, Key> keys = new HashMap<>();
      apply().iterator().forEachRemaining(leaf -> keys.put(leaf.entry().id(), leaf.key()));
      index = keys;
    }
    Key key = index.get(id);
    return key == null ? Optional.empty() : find(key);
  }

  /** The entry with an id that had a key lately. */
  Optional<Leaf> find(Key lately, NodeId id) {
    Optional<Leaf> there = find(lately).filter(leaf -> leaf.entry().id().equals(id));
    return there.isPresent() ? there : find(id);
  }

  /** The entry with the same id as another, looked for first where that one would stand. */
  Optional<Leaf> match(Entry entry) {
    return find(Key.of(byName, entry), entry.id());
  }

  /** The entry with the same id as another, if it stands where that one would; never searches. */
  Optional<Leaf> at(Entry lately) {
    return find(Key.of(byName, lately)).filter(leaf -> leaf.entry().id().equals(lately.id()));
  }

  /** The entry right before a key. */
  Optional<Leaf> before(Key key) {
    return apply().before(key);
  }

  /** The entry right behind a key. */
  Optional<Leaf> after(Key key) {
    return apply().after(key);
  }

  private Optional<Leaf> search(NodeId id) {
    Iterator<Leaf> leaves = apply().iterator();
    while (leaves.hasNext()) {
      Leaf leaf = leaves.next();
      if (leaf.entry().id().equals(id)) {
        return Optional.of(leaf);
      }
    }
    return Optional.empty();
  }

  private Optional<Leaf> find(Key key) {
    Optional<Leaf> edit = edits.get(key);
    return edit != null ? edit : map.get(key);
  }

  /**
   * Puts an entry in, in place of the one with the same id.
   *
   * @throws IllegalArgumentException if names are unique here and another entry has that name
   */
  void put(Entry entry) {
    Key key = byName ? Key.of(entry.name()) : null;
    Optional<Leaf> there = byName ? find(key) : Optional.empty();
    if (there.isPresent() && !there.get().entry().id().equals(entry.id())) {
      throw new IllegalArgumentException("There is another '" + entry.name() + "' here already");
    }
    Optional<Leaf> before = there.isPresent() ? there : find(entry.id());
    Entry placed = entry;
    if (byName) {
      placed = entry.withPlace(Place.NONE);
    } else if (entry.place().equals(Place.NONE)) {
      placed =
          entry.withPlace(before.map(leaf -> leaf.entry().place()).orElseGet(this::placeAtEnd));
    }
    Leaf leaf = Leaf.of(byName, placed);
    before.filter(old -> !old.key().equals(leaf.key())).ifPresent(this::remove);
    if (before.isEmpty() || !before.get().key().equals(leaf.key())) {
      size++;
    }
    set(leaf);
  }

  /** Puts an entry in whose id is new, after all others. */
  Leaf append(Entry entry) {
    Leaf leaf = Leaf.of(byName, byName ? entry : entry.withPlace(placeAtEnd()));
    size++;
    set(leaf);
    return leaf;
  }

  /**
   * Puts an entry in whose id is new, at its place, or after all others if it has none.
   *
   * @throws IllegalArgumentException if names are unique here and another entry has that name
   */
  Leaf add(Entry entry) {
    Place place =
        byName ? Place.NONE : entry.place().equals(Place.NONE) ? placeAtEnd() : entry.place();
    Leaf leaf = Leaf.of(byName, entry.withPlace(place));
    if (find(leaf.key()).isPresent()) {
      throw new IllegalArgumentException("There is another '" + entry.name() + "' here already");
    }
    size++;
    set(leaf);
    return leaf;
  }

  /** Puts another node in under a key that is here. */
  void replace(Leaf leaf, Entry entry) {
    set(new Leaf(leaf.key(), entry));
  }

  private void set(Leaf leaf) {
    edits.put(leaf.key(), Optional.of(leaf));
    if (index != null) {
      index.put(leaf.entry().id(), leaf.key());
    } else if (size == 1) {
      index = new HashMap<>(Map.of(leaf.entry().id(), leaf.key()));
    }
  }

  void remove(Leaf leaf) {
    edits.put(leaf.key(), Optional.empty());
    size--;
    if (index != null) {
      index.remove(leaf.entry().id());
    }
  }

  /** A place after all others. */
  Place placeAtEnd() {
    Place place = Place.between(last(), Place.NONE);
    if (place.bytes().length <= LONGEST_PLACE) {
      return place;
    }
    spread();
    return Place.between(last(), Place.NONE);
  }

  private Place last() {
    return apply().last().map(leaf -> leaf.entry().place()).orElse(Place.NONE);
  }

  /** Gives every entry a new place, evenly spaced. */
  void spread() {
    List<Leaf> leaves = new ArrayList<>();
    apply().iterator().forEachRemaining(leaves::add);
    List<Place> places = Place.spread(leaves.size());
    map = EntryMap.empty(byName);
    index = new HashMap<>();
    for (int i = 0; i < leaves.size(); i++) {
      set(Leaf.of(byName, leaves.get(i).entry().withPlace(places.get(i))));
    }
  }

  /** The map with all edits done. */
  EntryMap apply() {
    map = map.with(edits);
    edits.clear();
    return map;
  }
}
