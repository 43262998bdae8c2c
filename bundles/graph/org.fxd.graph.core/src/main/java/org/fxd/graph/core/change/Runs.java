package org.fxd.graph.core.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.node.TreeBuilder;

/**
 * Keeps together what one side put in at one spot, where the other side put something in as well:
 * one run comes behind the other. Else a function of ours might stand before the blank lines that
 * follow one of theirs.
 */
final class Runs {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final SideTree here;
  private final SideTree there;

  Runs(TreeDiff mine, TreeDiff other, SideTree here, SideTree there) {
    this.mine = mine;
    this.other = other;
    this.here = here;
    this.there = there;
  }

  void part() {
    Set<NodeId> parents = parents(mine);
    parents.retainAll(parents(other));
    for (NodeId parent : parents) {
      if (here.has(parent)
          && there.has(parent)
          && !here.located(parent).entry().node().kind().sortedByName()) {
        part(parent);
      }
    }
  }

  /** The nodes that a side put something into. */
  private static Set<NodeId> parents(TreeDiff side) {
    Set<NodeId> parents = new HashSet<>();
    side.after()
        .forEach(
            (id, located) -> {
              if (side.adds(id) || side.moves(id)) {
                parents.add(located.parent());
              }
            });
    return parents;
  }

  private void part(NodeId parent) {
    Map<Optional<Entry>, List<Entry>> ours = runs(here, parent);
    Map<Optional<Entry>, List<Entry>> theirs = runs(there, parent);
    Map<NodeId, Place> behind = behind(parent);
    ours.forEach(
        (anchor, run) -> {
          List<Entry> opposite = theirs.get(anchor);
          if (opposite != null
              && Collections.disjoint(ids(run), ids(opposite))
              && !before(run, opposite)
              && !before(opposite, run)) {
            Place low = anchor.map(Entry::place).orElse(Place.NONE);
            Place high = behind.get(anchor.map(Entry::id).orElse(TreeDiff.ROOT));
            boolean first = run.get(0).id().compareTo(opposite.get(0).id()) < 0;
            Place middle = place(first ? here : there, parent, first ? run : opposite, low, high);
            place(first ? there : here, parent, first ? opposite : run, middle, high);
          }
        });
  }

  private static boolean before(List<Entry> one, List<Entry> two) {
    return one.get(one.size() - 1).place().compareTo(two.get(0).place()) < 0;
  }

  private static List<NodeId> ids(List<Entry> run) {
    return run.stream().map(Entry::id).toList();
  }

  /** What a side put in, by what stands before it on both sides. */
  private Map<Optional<Entry>, List<Entry>> runs(SideTree side, NodeId parent) {
    Map<Optional<Entry>, List<Entry>> runs = new LinkedHashMap<>();
    Optional<Entry> anchor = Optional.empty();
    for (Entry entry : side.located(parent).entry().node().entries()) {
      if (steady(entry.id())) {
        Optional<Entry> base = base(entry.id());
        anchor = base.isPresent() ? base : Optional.of(entry);
      } else if (put(entry.id())) {
        runs.computeIfAbsent(anchor, key -> new ArrayList<>()).add(entry);
      }
    }
    return runs;
  }

  /** The places of what comes behind each steady entry. */
  private Map<NodeId, Place> behind(NodeId parent) {
    Map<NodeId, Place> behind = new LinkedHashMap<>();
    NodeId before = TreeDiff.ROOT;
    for (Entry entry : here.located(parent).entry().node().entries()) {
      if (steady(entry.id())) {
        behind.put(before, entry.place());
        before = entry.id();
      }
    }
    behind.put(before, Place.NONE);
    return behind;
  }

  /** The entry as the base has it, so that both sides mean the same by it. */
  private Optional<Entry> base(NodeId id) {
    return Optional.ofNullable(mine.before().getOrDefault(id, other.before().get(id)))
        .map(Located::entry);
  }

  private boolean steady(NodeId id) {
    return !put(id) && !mine.removes(id) && !other.removes(id);
  }

  private boolean put(NodeId id) {
    return mine.adds(id) || mine.moves(id) || other.adds(id) || other.moves(id);
  }

  private static Place place(SideTree side, NodeId parent, List<Entry> run, Place low, Place high) {
    TreeBuilder builder = side.builder(parent);
    Place place = low;
    for (Entry entry : run) {
      place = Place.between(place, high);
      builder.put(entry.withPlace(place));
    }
    return place;
  }
}
