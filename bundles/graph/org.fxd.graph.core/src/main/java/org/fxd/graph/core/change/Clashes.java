package org.fxd.graph.core.change;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/** Entries that would have one name, where names must differ. */
final class Clashes {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Asked asked;
  private final Settled settled;

  Clashes(TreeDiff mine, TreeDiff other, Asked asked, Settled settled) {
    this.mine = mine;
    this.other = other;
    this.asked = asked;
    this.settled = settled;
  }

  /** Gives entries other names where two would have one. */
  void part() {
    Map<NodeId, Map<Name, NodeId>> taken = new HashMap<>();
    Set<NodeId> placed = new LinkedHashSet<>();
    mine.after().keySet().stream().filter(this::places).forEach(placed::add);
    settled.entries().keySet().stream()
        .filter(id -> !id.equals(TreeDiff.ROOT))
        .forEach(placed::add);
    for (NodeId id : placed) {
      Located to = settled.located(id);
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
    Located to = settled.located(loser);
    NodeId parent = to.parent();
    Located kept = first ? holding(parent, to.entry().name(), holder) : settled.located(id);
    Name wanted = asked.clash(loser, kept, to).entry().name();
    Name name =
        wanted.equals(to.entry().name()) || isTaken(parent, wanted, names, placed)
            ? FreeName.like(to.entry().name(), other -> isTaken(parent, other, names, placed))
            : wanted;
    settled.put(
        loser, new Located(parent, to.entry().withName(name).withNode(settled.node(loser))));
    names.put(name, loser);
    names.put(kept.entry().name(), first ? holder : id);
  }

  private Located holding(NodeId parent, Name name, NodeId holder) {
    Located known = settled.located(holder);
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
    Located located = settled.located(holder);
    return located == null || mine.adds(holder) && mine.adds(located.parent());
  }

  private boolean isTaken(NodeId parent, Name name, Map<Name, NodeId> names, Set<NodeId> placed) {
    return names.containsKey(name)
        || placed.stream()
            .map(settled::located)
            .anyMatch(at -> at.parent().equals(parent) && at.entry().name().equals(name))
        || container(mine, other, parent).flatMap(node -> node.entry(name)).isPresent()
        || container(other, mine, parent).flatMap(node -> node.entry(name)).isPresent();
  }

  /** Whether our side decides where an entry stands. */
  private boolean places(NodeId id) {
    return mine.moves(id) && settled.located(id) != null && settled.stays(id)
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
