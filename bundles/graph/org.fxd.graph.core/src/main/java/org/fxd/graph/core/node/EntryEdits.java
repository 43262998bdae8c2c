package org.fxd.graph.core.node;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
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

  /** How far to look at first for places that are short, and by how much further then. */
  private static final int NEAR = 16;

  /** After so many searches by id the ids are put into an index. */
  private static final int LINEAR_SEARCHES = 2;

  private final boolean byName;
  private final NavigableMap<Key, Optional<Leaf>> edits = new TreeMap<>();
  private EntryMap map;
  private LeafTable index;
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
    return first(leaf -> leaf.name().equals(name));
  }

  Optional<Leaf> find(NodeId id) {
    if (size == 0) {
      return Optional.empty();
    }
    if (index == null && ++searches <= LINEAR_SEARCHES) {
      return first(leaf -> leaf.has(id));
    }
    if (index == null) {
      LeafTable table = new LeafTable();
      apply().iterator().forEachRemaining(table::put);
      index = table;
    }
    return index.get(id);
  }

  /** The entry with an id that had a key lately. */
  Optional<Leaf> find(Key lately, NodeId id) {
    Optional<Leaf> there = find(lately).filter(leaf -> leaf.has(id));
    return there.isPresent() ? there : find(id);
  }

  /** The entry with the same id as another, looked for first where that one would stand. */
  Optional<Leaf> match(Entry entry) {
    return find(Key.of(byName, entry), entry.id());
  }

  /** The entry with the same id as another, if it stands where that one would; never searches. */
  Optional<Leaf> at(Entry lately) {
    return find(Key.of(byName, lately)).filter(leaf -> leaf.id().equals(lately.id()));
  }

  /** The entry right before a key. */
  Optional<Leaf> before(Key key) {
    return apply().before(key);
  }

  /** The entry right behind a key. */
  Optional<Leaf> after(Key key) {
    return apply().after(key);
  }

  private Optional<Leaf> first(Predicate<Leaf> wanted) {
    Iterator<Leaf> leaves = apply().iterator();
    while (leaves.hasNext()) {
      Leaf leaf = leaves.next();
      if (wanted.test(leaf)) {
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
   * @param before that one, as {@link #match} finds it
   * @throws IllegalArgumentException if names are unique here and another entry has that name
   */
  void put(Entry entry, Optional<Leaf> before) {
    if (byName) {
      Optional<Leaf> there = find(Key.of(entry.name()));
      if (there.isPresent() && !there.get().has(entry.id())) {
        throw taken(entry.name());
      }
    }
    Place place = byName ? Place.NONE : entry.place();
    if (!byName && place.equals(Place.NONE)) {
      place = before.map(leaf -> leaf.place()).orElseGet(this::placeAtEnd);
    }
    Leaf leaf = Leaf.of(byName, entry.withPlace(place));
    // Placing it may have given the others new places.
    Optional<Leaf> old = before.flatMap(known -> find(known.key(), entry.id()));
    boolean moves = old.isPresent() && !old.get().key().equals(leaf.key());
    if (moves) {
      remove(old.get());
    }
    if (moves || old.isEmpty()) {
      size++;
    }
    set(leaf);
  }

  private static IllegalArgumentException taken(Name name) {
    return new IllegalArgumentException("There is another '" + name + "' here already");
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
      throw taken(entry.name());
    }
    size++;
    set(leaf);
    return leaf;
  }

  /**
   * Puts entries in whose ids are new, after all others, evenly spaced.
   *
   * @throws IllegalArgumentException if an id is not new, or names are unique here and one is not;
   *     nothing is changed then
   */
  void appendAll(Collection<Entry> added) {
    checkNew(added);
    List<Place> places = byName ? List.of() : placesAtEnd(added.size());
    Iterator<Place> place = places.iterator();
    boolean isFirst = size == 0;
    size += added.size();
    if (isFirst) {
      edits.clear();
      List<Leaf> leaves = new ArrayList<>(added.size());
      for (Entry entry : added) {
        leaves.add(Leaf.of(byName, entry.withPlace(byName ? Place.NONE : place.next())));
      }
      map = EntryMap.of(byName, leaves);
      index = null;
    } else {
      for (Entry entry : added) {
        set(Leaf.of(byName, entry.withPlace(byName ? Place.NONE : place.next())));
      }
    }
  }

  private void checkNew(Collection<Entry> added) {
    Set<NodeId> ids = new HashSet<>();
    Set<Name> names = new HashSet<>();
    for (Entry entry : added) {
      if (!ids.add(entry.id())) {
        throw new IllegalArgumentException("The id " + entry.id() + " comes twice");
      }
      if (byName && (!names.add(entry.name()) || find(Key.of(entry.name())).isPresent())) {
        throw taken(entry.name());
      }
    }
    if (index != null) {
      ids.stream().filter(index::has).findFirst().ifPresent(EntryEdits::refuse);
    } else if (size > 0) {
      for (Iterator<Leaf> leaves = apply().iterator(); leaves.hasNext(); ) {
        NodeId id = leaves.next().id();
        if (ids.contains(id)) {
          refuse(id);
        }
      }
    }
  }

  private static void refuse(NodeId id) {
    throw new IllegalArgumentException("The id " + id + " is here already");
  }

  /** Puts another node in under a key that is here. */
  void replace(Leaf leaf, Entry entry) {
    set(Leaf.of(byName, entry.withPlace(leaf.place())));
  }

  private void set(Leaf leaf) {
    edits.put(leaf.key(), Optional.of(leaf));
    if (index != null) {
      index.put(leaf);
    } else if (size == 1) {
      index = new LeafTable();
      index.put(leaf);
    }
  }

  void remove(Leaf leaf) {
    edits.put(leaf.key(), Optional.empty());
    size--;
    if (index != null) {
      index.remove(leaf.id());
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

  /** Places after all others, evenly spaced. */
  private List<Place> placesAtEnd(int count) {
    Place last = size == 0 ? Place.NONE : last();
    if (last.bytes().length > LONGEST_PLACE) {
      spread();
      last = last();
    }
    return Place.spread(last, Place.NONE, count);
  }

  private Place last() {
    if (!edits.isEmpty()) {
      // One by one at the end is how lists grow: that need not build the map each time.
      Optional<Leaf> edited = edits.lastEntry().getValue();
      Optional<Leaf> stored = map.last();
      if (edited.isPresent()
          && (stored.isEmpty() || stored.get().key().compareTo(edited.get().key()) <= 0)) {
        return edited.get().place();
      }
    }
    return apply().last().map(leaf -> leaf.place()).orElse(Place.NONE);
  }

  /** Gives every entry a new place, evenly spaced. */
  void spread() {
    List<Leaf> leaves = new ArrayList<>();
    apply().iterator().forEachRemaining(leaves::add);
    List<Place> places = Place.spread(leaves.size());
    map = EntryMap.empty(byName);
    index = new LeafTable();
    for (int i = 0; i < leaves.size(); i++) {
      set(Leaf.of(byName, leaves.get(i).entry().withPlace(places.get(i))));
    }
  }

  /**
   * Gives the entries around a key new places that are short, as few as will do: where many were
   * put in at one spot, places got long, and a little away they are not.
   *
   * @return the new place of the entry with that key
   */
  Place spread(Leaf around) {
    for (int reach = NEAR; ; reach *= NEAR) {
      Deque<Leaf> run = new ArrayDeque<>(List.of(around));
      Place low = reach(run, reach, Deque::peekFirst, this::before, Deque::addFirst);
      Place high = reach(run, reach, Deque::peekLast, this::after, Deque::addLast);
      boolean all = low.equals(Place.NONE) && high.equals(Place.NONE);
      Optional<List<Place>> places = shortPlaces(low, high, run.size());
      if (places.isPresent() || all) {
        return replace(run, places.orElseGet(() -> Place.spread(run.size())), around);
      }
    }
  }

  /** Extends a run to one side; gives the place behind its end. */
  private static Place reach(
      Deque<Leaf> run,
      int most,
      Function<Deque<Leaf>, Leaf> end,
      Function<Key, Optional<Leaf>> further,
      BiConsumer<Deque<Leaf>, Leaf> extend) {
    for (int i = 0; i < most; i++) {
      Optional<Leaf> next = further.apply(end.apply(run).key());
      if (next.isEmpty()) {
        return Place.NONE;
      }
      extend.accept(run, next.get());
    }
    return further.apply(end.apply(run).key()).map(leaf -> leaf.place()).orElse(Place.NONE);
  }

  private static Optional<List<Place>> shortPlaces(Place low, Place high, int count) {
    if (!high.equals(Place.NONE) && low.compareTo(high) >= 0) {
      // Equal places, as a merge may leave them: there is no room between.
      return Optional.empty();
    }
    return Optional.of(Place.spread(low, high, count))
        .filter(places -> places.get(count / 2).bytes().length <= LONGEST_PLACE);
  }

  private Place replace(Deque<Leaf> run, List<Place> places, Leaf around) {
    run.forEach(leaf -> edits.put(leaf.key(), Optional.empty()));
    Iterator<Place> next = places.iterator();
    Place found = Place.NONE;
    for (Leaf leaf : run) {
      Place place = next.next();
      set(Leaf.of(false, leaf.entry().withPlace(place)));
      if (leaf == around) {
        found = place;
      }
    }
    return found;
  }

  /** The map with all edits done. */
  EntryMap apply() {
    map = map.with(edits);
    edits.clear();
    return map;
  }
}
