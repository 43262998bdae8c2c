package org.fxd.graph.core.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Members;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.delta.Touched;
import org.fxd.graph.core.delta.TreeDelta;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.Visible;
import org.fxd.graph.core.watch.SelectorDelta;

/** How the members of one group go from root to root. Immutable. */
final class Following {
  private final Set<NodeId> named;
  private final Optional<Selected> selected;
  private final Finder finder;
  private final Projectors projectors;
  private final Deltas deltas;
  private final BiFunction<Match, String, Value> attributes;

  Following(
      Group group,
      Optional<Selected> selected,
      Finder finder,
      Projectors projectors,
      Deltas deltas,
      BiFunction<Match, String, Value> attributes) {
    this.named = new LinkedHashSet<>(group.members());
    this.selected = selected;
    this.finder = finder;
    this.projectors = projectors;
    this.deltas = deltas;
    this.attributes = attributes;
  }

  /**
   * The members in one root.
   *
   * @param present those of the list that are there
   * @param found those that are selected and not in the list
   */
  record Stand(Node root, Set<NodeId> present, SortedSpots found) {}

  /**
   * One step.
   *
   * @param diff what differs
   * @param looked how many nodes the selectors were asked about
   */
  record Step(Stand after, MembersDiff diff, long looked) {}

  /** Where it begins; the only time that the selectors are run. */
  Stand begin(Node root) {
    Set<NodeId> present = new HashSet<>();
    for (NodeId id : named) {
      finder.find(root, id).ifPresent(match -> present.add(id));
    }
    SortedSpots[] found = {SortedSpots.EMPTY};
    IdentityHashMap<Match, Spot> known = new IdentityHashMap<>();
    selected.ifPresent(
        selectors ->
            selectors.in(
                finder,
                root,
                match -> !named.contains(match.id()),
                match -> found[0] = found[0].with(Spot.of(match, known))));
    return new Stand(root, present, found[0]);
  }

  /** The members as they stand. */
  Members members(Stand stand) {
    return new ListedMembers(stand.root(), attributes, () -> list(stand));
  }

  private List<Match> list(Stand stand) {
    List<Match> list = new ArrayList<>();
    for (NodeId id : named) {
      if (stand.present().contains(id)) {
        finder.find(stand.root(), id).ifPresent(list::add);
      }
    }
    Looking looking = new Looking(stand.root(), projectors);
    stand.found().each(spot -> looking.at(spot).ifPresent(list::add));
    return list;
  }

  /** Goes on to another root. Costs what differs. */
  Step to(Stand stand, Node root) {
    TreeDelta delta = deltas.of(stand.root(), root);
    List<Match> come = new ArrayList<>();
    List<Match> gone = new ArrayList<>();
    List<Match> changed = new ArrayList<>();
    Set<NodeId> present = named(delta, stand.present(), come, gone, changed);
    Optional<SelectorDelta> found =
        selected.map(
            selectors ->
                SelectorDelta.of(
                    delta, CompiledSelector.of(selectors.both(), projectors), projectors));
    SortedSpots spots =
        found.map(result -> spots(delta, stand.found(), result)).orElse(stand.found());
    if (found.isPresent()) {
      found.get().come().stream().filter(this::isUnnamed).map(delta::expand).forEach(come::add);
      found.get().gone().stream().filter(this::isUnnamed).map(delta::expand).forEach(gone::add);
      for (Touched touched : found.get().stayed()) {
        if (touched.changed() && isUnnamed(touched.after())) {
          changed.add(delta.expand(touched.after()));
        }
      }
    }
    Stand after = new Stand(root, present, spots);
    MembersDiff diff =
        new MembersDiff(
            members(stand), members(after), gone, come, changed, moved(delta, stand, after));
    return new Step(after, diff, found.map(SelectorDelta::looked).orElse(0L));
  }

  private boolean isUnnamed(Match match) {
    return !named.contains(match.id());
  }

  /** What becomes of the members in the list. */
  private Set<NodeId> named(
      TreeDelta delta,
      Set<NodeId> before,
      List<Match> come,
      List<Match> gone,
      List<Match> changed) {
    Map<NodeId, Match> added = new HashMap<>();
    if (before.size() < named.size()) {
      delta.eachAdded(match -> gather(match, added));
    }
    Map<NodeId, Match> removed = new HashMap<>();
    if (!before.isEmpty()) {
      delta.eachRemoved(match -> gather(match, removed));
    }
    Set<NodeId> present = added.isEmpty() && removed.isEmpty() ? before : new HashSet<>(before);
    for (NodeId id : named) {
      if (added.containsKey(id)) {
        come.add(delta.expand(added.get(id)));
        present.add(id);
      } else if (removed.containsKey(id)) {
        gone.add(delta.expand(removed.get(id)));
        present.remove(id);
      } else if (before.contains(id)) {
        delta
            .kept(id)
            .filter(Touched::changed)
            .ifPresent(touched -> changed.add(delta.expand(touched.after())));
      }
    }
    return present;
  }

  /** Keeps a node if it is in the list; says whether some may stand below it. */
  private boolean gather(Match match, Map<NodeId, Match> into) {
    boolean seen = Visible.is(match.entry());
    if (seen && named.contains(match.id())) {
      into.put(match.id(), match);
    }
    return seen;
  }

  /** What becomes of the spots of what was found. */
  private SortedSpots spots(TreeDelta delta, SortedSpots before, SelectorDelta found) {
    SortedSpots spots = before;
    for (Match match : found.gone()) {
      spots = spots.without(Spot.of(match));
    }
    List<Spot> elsewhere = new ArrayList<>();
    for (Touched touched : delta.kept()) {
      if (touched.standsElsewhere()) {
        spots.within(Spot.of(touched.before()), elsewhere);
      }
    }
    // All are taken out before the first is put in: at no time are two orders mixed.
    for (Spot spot : elsewhere) {
      spots = spots.without(spot);
    }
    for (Spot spot : elsewhere) {
      spots = spots.with(spot.after(delta::kept));
    }
    for (Match match : found.come()) {
      if (isUnnamed(match)) {
        spots = spots.with(Spot.of(match));
      }
    }
    return spots;
  }

  /** Those that had to move; all are looked at only if something did that some stand below. */
  private List<Match> moved(TreeDelta delta, Stand before, Stand after) {
    List<Spot> concerned = new ArrayList<>();
    for (Touched touched : delta.kept()) {
      if (touched.moved() && concerned.isEmpty()) {
        after.found().within(Spot.of(touched.after()), concerned);
      }
    }
    if (concerned.isEmpty()) {
      return List.of();
    }
    Map<NodeId, Integer> earlier = new HashMap<>();
    before.found().each(spot -> earlier.put(spot.id(), earlier.size()));
    List<Spot> both = new ArrayList<>();
    after
        .found()
        .each(
            spot -> {
              if (earlier.containsKey(spot.id())) {
                both.add(spot);
              }
            });
    int[] order = both.stream().mapToInt(spot -> earlier.get(spot.id())).toArray();
    Looking looking = new Looking(after.root(), projectors);
    return MembersComparison.moved(both, order).stream()
        .flatMap(spot -> looking.at(spot).stream())
        .toList();
  }
}
