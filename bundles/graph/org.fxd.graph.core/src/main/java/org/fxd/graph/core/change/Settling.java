package org.fxd.graph.core.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.merge.Contradiction.Sort;
import org.fxd.graph.api.merge.Standing;

/**
 * Settles how entries are to stand that both sides have and contradict each other about: their
 * fields, names and parents, then moves that would go round in a circle, then names that two have.
 * Needs no change of the sides' trees: {@link Replay} is told the outcome.
 */
final class Settling {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Asked asked;
  private final Map<NodeId, Located> settled = new LinkedHashMap<>();

  Settling(TreeDiff mine, TreeDiff other, Asked asked) {
    this.mine = mine;
    this.other = other;
    this.asked = asked;
  }

  Map<NodeId, Located> settle(List<Found> found) {
    found.stream()
        .filter(one -> one.what() != Found.What.CIRCLE)
        .forEach(one -> settled.computeIfAbsent(one.id(), this::kept));
    circles();
    clashes();
    return settled;
  }

  /** An entry that both sides keep, with what both did to it. */
  private Located kept(NodeId id) {
    Located base = mine.before().get(id);
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    Place place = place(base, here, there);
    NodeId parent = pick(base.parent(), here.parent(), there.parent());
    if (differ(base.parent(), here.parent(), there.parent())) {
      Standing to = asked.settle(Sort.PARENT, id, "");
      parent = to.parent();
      place = to.entry().place();
    }
    Name name = pick(base.entry().name(), here.entry().name(), there.entry().name());
    if (differ(base.entry().name(), here.entry().name(), there.entry().name())) {
      name = asked.settle(Sort.NAME, id, "").entry().name();
    }
    Node node =
        new Fields(base.entry().node(), here.entry().node(), there.entry().node())
            .settled((key, unused) -> asked.settle(Sort.FIELD, id, key).entry().node());
    return new Located(parent, new Entry(id, name, place, node));
  }

  private static Place place(Located base, Located here, Located there) {
    boolean oneMoved = here.parent().equals(base.parent()) != there.parent().equals(base.parent());
    if (oneMoved) {
      return (here.parent().equals(base.parent()) ? there : here).entry().place();
    }
    Place one = here.entry().place();
    Place two = there.entry().place();
    Place lesser = one.compareTo(two) <= 0 ? one : two;
    return differ(base.entry().place(), one, two) ? lesser : pick(base.entry().place(), one, two);
  }

  private static <T> boolean differ(T base, T here, T there) {
    return !base.equals(here) && !base.equals(there) && !here.equals(there);
  }

  private static <T> T pick(T base, T here, T there) {
    return base.equals(here) ? there : here;
  }

  /** Takes back moves until nothing stands within itself. */
  private void circles() {
    Set<NodeId> starts = new LinkedHashSet<>(settled.keySet());
    mine.after().keySet().stream().filter(mine::reparents).forEach(starts::add);
    Set<NodeId> takenBack = new HashSet<>();
    for (NodeId start : starts) {
      for (Set<NodeId> circle = circle(start); !circle.isEmpty(); circle = circle(start)) {
        takeBack(circle, takenBack);
      }
    }
  }

  private Set<NodeId> circle(NodeId start) {
    Set<NodeId> seen = new LinkedHashSet<>();
    for (NodeId at = start; !at.equals(TreeDiff.ROOT); at = located(at).parent()) {
      if (!seen.add(at)) {
        Set<NodeId> circle = new LinkedHashSet<>();
        NodeId in = at;
        while (circle.add(in)) {
          in = located(in).parent();
        }
        return circle;
      }
    }
    return Set.of();
  }

  private void takeBack(Set<NodeId> circle, Set<NodeId> takenBack) {
    for (NodeId id : circle.stream().sorted().toList()) {
      Located here = mine.touches(id) ? mine.after().get(id) : other.before().get(id);
      if (here != null && !here.parent().equals(located(id).parent()) && takenBack.add(id)) {
        Standing to = asked.settle(Sort.CYCLE, id, "");
        boolean back = to.parent().equals(here.parent());
        if (back || !theirs(circle, takenBack)) {
          put(id, alive(here));
        }
        return;
      }
    }
    if (!theirs(circle, takenBack)) {
      // Whatever else was decided, the root holds anything.
      NodeId id = circle.stream().sorted().findFirst().orElseThrow();
      put(id, new Located(TreeDiff.ROOT, located(id).entry()));
    }
  }

  /** Takes back one of our moves instead of one of theirs. */
  private boolean theirs(Set<NodeId> circle, Set<NodeId> takenBack) {
    for (NodeId id : circle.stream().sorted().toList()) {
      Located there = other.touches(id) ? other.after().get(id) : mine.before().get(id);
      if (there != null && !there.parent().equals(located(id).parent()) && takenBack.add(id)) {
        put(id, alive(there));
        return true;
      }
    }
    return false;
  }

  /** The same, in the nearest node around that is there in the end. */
  private Located alive(Located located) {
    NodeId parent = located.parent();
    while (!parent.equals(TreeDiff.ROOT) && !stays(parent)) {
      parent = in(parent).parent();
    }
    return new Located(parent, located.entry());
  }

  private Located in(NodeId id) {
    Located base = mine.before().getOrDefault(id, other.before().get(id));
    return base != null ? base : located(id);
  }

  private boolean stays(NodeId id) {
    return !mine.removes(id)
        && !other.removes(id)
        && (!mine.before().containsKey(id) || Contradictions.alive(other, mine.before(), id))
        && (!other.before().containsKey(id) || Contradictions.alive(mine, other.before(), id));
  }

  private void put(NodeId id, Located to) {
    Node node = settled.containsKey(id) ? settled.get(id).entry().node() : merged(id);
    Entry at = located(id).entry();
    settled.put(id, new Located(to.parent(), new Entry(id, at.name(), to.entry().place(), node)));
  }

  /** An entry's node with the fields of both sides, which do not contradict. */
  private Node merged(NodeId id) {
    if (mine.keeps(id) && other.keeps(id)) {
      return kept(id).entry().node();
    }
    return located(id).entry().node();
  }

  /** Where an entry comes to stand, as far as is settled. */
  private Located located(NodeId id) {
    Located to = settled.get(id);
    if (to != null) {
      return to;
    }
    Located here = mine.after().get(id);
    Located there = other.after().get(id);
    if (here == null || there == null) {
      return here == null ? there : here;
    }
    Located base = mine.before().get(id);
    if (base == null) {
      return there;
    }
    return new Located(
        pick(base.parent(), here.parent(), there.parent()),
        new Entry(
            id,
            pick(base.entry().name(), here.entry().name(), there.entry().name()),
            place(base, here, there),
            here.entry().node()));
  }

  /** Gives entries other names where two would have one. */
  private void clashes() {
    Map<NodeId, Map<Name, NodeId>> taken = new HashMap<>();
    Set<NodeId> placed = new LinkedHashSet<>();
    mine.after().keySet().stream().filter(this::places).forEach(placed::add);
    settled.keySet().stream().filter(id -> !id.equals(TreeDiff.ROOT)).forEach(placed::add);
    for (NodeId id : placed) {
      Located to = located(id);
      if (!sorted(to.parent())) {
        continue;
      }
      Map<Name, NodeId> names = taken.computeIfAbsent(to.parent(), parent -> new HashMap<>());
      Optional<NodeId> holder =
          Optional.ofNullable(names.get(to.entry().name()))
              .or(() -> holder(to.parent(), to.entry().name(), placed));
      if (holder.isEmpty() || holder.get().equals(id) || alike(id, holder.get())) {
        names.put(to.entry().name(), id);
        continue;
      }
      rename(id, holder.get(), names, placed);
    }
  }

  private void rename(NodeId id, NodeId holder, Map<Name, NodeId> names, Set<NodeId> placed) {
    // What neither side touched, or was here before, keeps its name.
    boolean first = names.containsValue(holder) || stuck(holder);
    NodeId loser = first ? id : holder;
    Located to = located(loser);
    NodeId parent = to.parent();
    Located kept = first ? holding(parent, to.entry().name(), holder) : located(id);
    Name wanted = asked.clash(loser, kept, to).entry().name();
    Name name =
        wanted.equals(to.entry().name()) || isTaken(parent, wanted, names, placed)
            ? FreeName.like(to.entry().name(), other -> isTaken(parent, other, names, placed))
            : wanted;
    Node node = settled.containsKey(loser) ? settled.get(loser).entry().node() : merged(loser);
    settled.put(loser, new Located(parent, to.entry().withName(name).withNode(node)));
    names.put(name, loser);
    names.put(kept.entry().name(), first ? holder : id);
  }

  private Located holding(NodeId parent, Name name, NodeId holder) {
    Located known = located(holder);
    return known != null
        ? known
        : new Located(
            parent,
            container(other, mine, parent)
                .or(() -> container(mine, other, parent))
                .flatMap(node -> node.entry(name))
                .orElseThrow());
  }

  /** Whether an entry comes as it is: neither side touched it, or it is within something new. */
  private boolean stuck(NodeId holder) {
    Located located = located(holder);
    return located == null || mine.adds(holder) && mine.adds(located.parent());
  }

  private boolean isTaken(NodeId parent, Name name, Map<Name, NodeId> names, Set<NodeId> placed) {
    return names.containsKey(name)
        || placed.stream()
            .map(this::located)
            .anyMatch(at -> at.parent().equals(parent) && at.entry().name().equals(name))
        || container(mine, other, parent).flatMap(node -> node.entry(name)).isPresent()
        || container(other, mine, parent).flatMap(node -> node.entry(name)).isPresent();
  }

  /** Whether our side decides where an entry stands. */
  private boolean places(NodeId id) {
    return mine.moves(id) && located(id) != null && stays(id)
        || mine.adds(id) && !mine.adds(mine.after().get(id).parent()) && !other.adds(id);
  }

  /** Both added the same thing: {@link Replay} takes it once. */
  private boolean alike(NodeId id, NodeId holder) {
    return mine.adds(id)
        && other.adds(holder)
        && mine.after().get(id).entry().node().equals(other.after().get(holder).entry().node());
  }

  /** The entry that has a name in their tree, or in something new of ours, and keeps it. */
  private Optional<NodeId> holder(NodeId parent, Name name, Set<NodeId> placed) {
    return container(other, mine, parent)
        .or(() -> container(mine, other, parent))
        .flatMap(node -> node.entry(name))
        .map(Entry::id)
        .filter(id -> !mine.removes(id) && !placed.contains(id));
  }

  private boolean sorted(NodeId parent) {
    return container(other, mine, parent)
        .or(() -> container(mine, other, parent))
        .map(node -> node.kind().sortedByName())
        .orElse(false);
  }

  /** A node as a side has it; empty if it does not. */
  private static Optional<Node> container(TreeDiff side, TreeDiff opposite, NodeId id) {
    Located located = side.touches(id) ? side.after().get(id) : opposite.before().get(id);
    return Optional.ofNullable(located).map(at -> at.entry().node());
  }
}
