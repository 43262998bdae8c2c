package org.fxd.graph.core.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.core.node.TreeBuilder;
import org.fxd.graph.core.node.TreeNode;

/**
 * Does what turned a base into one tree on another tree that came of the same base.
 *
 * <p>First {@link Contradictions} looks at the two differences alone; what passes it can be done.
 * {@link ReplayPlan} tells what that is. Then the other tree is edited: entries that move are taken
 * out, with their builders, so that what the other side did in them goes along; removed ones go,
 * added ones come, moved ones are put in again; at last the nodes themselves are edited field by
 * field.
 */
public final class Replay {
  private final TreeDiff mine;
  private final TreeDiff other;
  private final Map<NodeId, Located> settled;
  private final ReplayPlan plan;
  private final Map<NodeId, TreeBuilder> builders = new HashMap<>();
  private final List<TreeBuilder> derived = new ArrayList<>();

  private Replay(TreeDiff mine, TreeDiff other, Map<NodeId, Located> settled, TreeBuilder onto) {
    this.mine = mine;
    this.other = other;
    this.settled = settled;
    this.plan = new ReplayPlan(mine, other, settled);
    builders.put(TreeDiff.ROOT, onto);
  }

  /**
   * Does the changes from {@code base} to {@code changed} on {@code onto}.
   *
   * @throws ConflictException if both changed the same thing differently
   */
  public static Node replay(Node base, Node changed, Node onto) {
    if (base.hash().equals(changed.hash()) || changed.hash().equals(onto.hash())) {
      return onto;
    }
    if (base.hash().equals(onto.hash())) {
      return changed;
    }
    TreeDiff mine = TreeDiff.of(base, changed);
    TreeDiff other = TreeDiff.of(base, onto);
    Contradictions.tell(
        mine,
        other,
        found -> {
          throw found.refusal();
        });
    return run(mine, other, Map.of(), changed, onto);
  }

  /**
   * Does one difference on the tree of the other, where nothing contradicts, or all that does is
   * settled.
   *
   * @param settled how entries are to stand, and with what value and metadata, whatever the two
   *     differences say
   */
  static Node run(
      TreeDiff mine, TreeDiff other, Map<NodeId, Located> settled, Node changed, Node onto) {
    if (mine.replaces(TreeDiff.ROOT)) {
      return changed;
    }
    return new Replay(mine, other, settled, (TreeBuilder) TreeNode.of(onto).builder()).run();
  }

  private Node run() {
    List<NodeId> moved = plan.moved();
    List<NodeId> edited = plan.edited();
    List<NodeId> removed = plan.removed();
    // All builders are found while everything still stands where the other side has it.
    edited.forEach(this::builder);
    removed.forEach(id -> builder(plan.ontoParent(id)));
    Map<NodeId, Entry> places = new LinkedHashMap<>();
    for (NodeId id : moved) {
      places.put(id, plan.place(id));
      if (!plan.reformedAbove(mine.before(), id)) {
        builder(id);
      }
    }

    for (NodeId id : moved) {
      if (!plan.reformedAbove(mine.before(), id)) {
        builder(plan.ontoParent(id)).remove(id);
      }
    }
    removed.forEach(id -> builder(plan.ontoParent(id)).remove(id));
    for (NodeId id : mine.after().keySet()) {
      if (plan.addsOnTop(id) && !plan.reformedAbove(mine.after(), id)) {
        add(id);
      }
    }
    settled.forEach(this::takeOut);
    places.forEach(
        (id, place) -> {
          if (!plan.reformedAbove(mine.after(), id)) {
            putBack(id, place);
          }
        });
    edited.forEach(this::edit);
    derived.forEach(FileForms::derive);
    deriveFiles();
    return builders.get(TreeDiff.ROOT).build();
  }

  /** What was settled, brought back or moved within a file changed its text. */
  private void deriveFiles() {
    for (TreeBuilder builder : List.copyOf(builders.values())) {
      if (builder.kind().equals(Kind.FILE)
          && builder.size() > 0
          && !builder.metadata(FileForms.CONTENT).equals(Value.NONE)) {
        FileForms.derive(builder);
      }
    }
  }

  /** The builder of a node: of one that is added here, or as the other side has it. */
  private TreeBuilder builder(NodeId id) {
    TreeBuilder known = builders.get(id);
    if (known == null) {
      if (mine.adds(id)) {
        Located located = mine.after().get(id);
        known = builder(located.parent()).child(located.entry());
      } else {
        Located located = other.after().getOrDefault(id, mine.before().get(id));
        known = builder(located.parent()).child(located.entry());
      }
      builders.put(id, known);
    }
    return known;
  }

  private void add(NodeId id) {
    Located located = settled.getOrDefault(id, mine.after().get(id));
    TreeBuilder parent = builder(located.parent());
    Entry entry = located.entry();
    Optional<Entry> clash = clash(parent, entry);
    if (clash.isEmpty()) {
      parent.put(entry);
    } else if (clash.get().node().hash().equals(entry.node().hash())) {
      // Both sides added the same thing: it is taken once, under the lesser id.
      if (entry.id().compareTo(clash.get().id()) < 0) {
        parent.remove(clash.get().id());
        parent.put(entry);
      }
    } else {
      throw Found.refusal("both sides put something else at " + mine.pathOf(id) + ".");
    }
  }

  /** What came within something new, and is settled to stand elsewhere, does not stay there. */
  private void takeOut(NodeId id, Located to) {
    if (mine.keeps(id) && mine.adds(mine.after().get(id).parent())) {
      NodeId within = mine.after().get(id).parent();
      if (!within.equals(to.parent())) {
        builder(within).remove(id);
      }
    }
  }

  private void putBack(NodeId id, Entry place) {
    TreeBuilder parent = builder(plan.parentOf(id));
    if (clash(parent, place).isPresent()) {
      throw Found.refusal("both sides put something else at " + mine.pathOf(id) + ".");
    }
    if (plan.reformedAbove(mine.before(), id)) {
      parent.put(place);
    } else {
      parent.attach(id, place.name(), place.place(), builder(id));
    }
  }

  private static Optional<Entry> clash(TreeBuilder parent, Entry entry) {
    return parent.kind().sortedByName()
        ? parent.entry(entry.name()).filter(there -> !there.id().equals(entry.id()))
        : Optional.empty();
  }

  private void edit(NodeId id) {
    if (settled.containsKey(id)) {
      Node node = settled.get(id).entry().node();
      TreeBuilder onto = builder(id);
      if (Fields.copy(node, onto)) {
        derived.add(onto);
      }
      return;
    }
    Node base = mine.before().get(id).entry().node();
    Node here = mine.after().get(id).entry().node();
    Node there = Optional.ofNullable(other.after().get(id)).map(l -> l.entry().node()).orElse(base);
    if (mine.reforms(id)) {
      if (there.hash().equals(base.hash())) {
        exchange(id, here);
      } else if (other.reforms(id)) {
        exchange(id, FileForms.preferred(here, there));
      }
    } else if (mine.replaces(id)) {
      exchange(id, here);
    } else if (other.reforms(id)) {
      // The other side only went to another form; what was edited here is the file.
      exchange(id, here);
    } else if (new Fields(base, here, there).mergeInto(builder(id))) {
      derived.add(builder(id));
    }
  }

  /** Puts another node in place of an entry's. */
  private void exchange(NodeId id, Node node) {
    builders.remove(id);
    builder(plan.parentOf(id)).put(plan.place(id).withNode(node));
  }
}
