package org.fxd.history.core.part;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;

/**
 * What of a difference is taken: which entries come to which parents, and which go.
 *
 * <p>A node is taken if it is selected or stands in one that is, in either tree. All that is below
 * a taken node is taken, so it is in the end as the later tree has it; only where taken nodes stand
 * in others is there something to put together.
 */
final class Share {
  private final Map<NodeId, Standing> before;
  private final Map<NodeId, Standing> after;
  private final Set<NodeId> taken;
  private final Map<NodeId, Set<NodeId>> coming = new LinkedHashMap<>();
  private final Map<NodeId, Set<NodeId>> going = new LinkedHashMap<>();
  private final Set<NodeId> alongside = new LinkedHashSet<>();

  Share(Difference difference, Set<NodeId> selected) {
    this.before = difference.before();
    this.after = difference.after();
    this.taken = below(selected);
    taken.forEach(this::take);
    for (NodeId parent : List.copyOf(coming.keySet())) {
      gapsThatCame(parent);
    }
    going.forEach(this::gapsThatWent);
  }

  /** Whether there is nothing to take. */
  boolean isEmpty() {
    return coming.isEmpty() && going.isEmpty();
  }

  /** What comes to a parent, or stays there as another; each as the later tree has it. */
  Set<NodeId> coming(NodeId parent) {
    return coming.getOrDefault(parent, Set.of());
  }

  /** What goes from a parent. */
  Set<NodeId> going(NodeId parent) {
    return going.getOrDefault(parent, Set.of());
  }

  /** New parents that come along because something comes to them. */
  Set<NodeId> alongside() {
    return alongside;
  }

  /** All parents whose entries change, and the ones above them, by parent. */
  Map<NodeId, Set<NodeId>> touched() {
    Map<NodeId, Set<NodeId>> children = new HashMap<>();
    Set<NodeId> open = new LinkedHashSet<>(coming.keySet());
    open.addAll(going.keySet());
    for (NodeId id : open) {
      for (NodeId at = id; !at.equals(Difference.ROOT); ) {
        NodeId parent = (alongside.contains(at) ? after : before).get(at).parent();
        if (!children.computeIfAbsent(parent, known -> new LinkedHashSet<>()).add(at)) {
          break;
        }
        at = parent;
      }
    }
    return children;
  }

  private Set<NodeId> below(Set<NodeId> selected) {
    Map<NodeId, List<NodeId>> children = new HashMap<>();
    for (Map<NodeId, Standing> tree : List.of(before, after)) {
      tree.forEach(
          (id, standing) ->
              children.computeIfAbsent(standing.parent(), parent -> new ArrayList<>()).add(id));
    }
    Set<NodeId> found = new LinkedHashSet<>();
    Deque<NodeId> open = new ArrayDeque<>(selected);
    while (!open.isEmpty()) {
      NodeId id = open.pop();
      boolean differs = before.containsKey(id) || after.containsKey(id);
      if (differs && !id.equals(Difference.ROOT) && found.add(id)) {
        open.addAll(children.getOrDefault(id, List.of()));
      }
    }
    return found;
  }

  private void take(NodeId id) {
    Standing was = before.get(id);
    Standing is = after.get(id);
    boolean stays = was != null && is != null && was.parent().equals(is.parent());
    if (was != null && !stays && !taken.contains(was.parent())) {
      going.computeIfAbsent(was.parent(), parent -> new LinkedHashSet<>()).add(id);
    }
    if (is != null && !taken.contains(is.parent()) && !(stays && was.entry().equals(is.entry()))) {
      come(id, is.parent());
    }
  }

  private void come(NodeId id, NodeId parent) {
    coming.computeIfAbsent(parent, known -> new LinkedHashSet<>()).add(id);
    Standing was = before.get(parent);
    Standing is = after.get(parent);
    if (was == null) {
      bringAlong(parent, is);
    } else if (!was.seen().kind().equals(is.seen().kind()) || blob(was) != blob(is)) {
      throw contradiction(
          "'" + is.entry().name() + "' became something else, which was not selected");
    }
  }

  /** A new parent; one whose entries make a text has besides snippets what holds them together. */
  private void bringAlong(NodeId parent, Standing is) {
    if (!alongside.add(parent)) {
      return;
    }
    if (!taken.contains(is.parent()) && before.get(is.parent()) == null) {
      coming.computeIfAbsent(is.parent(), known -> new LinkedHashSet<>());
      bringAlong(is.parent(), after.get(is.parent()));
    }
    if (!is.seen().kind().sortedByName()) {
      for (Entry entry : is.seen().entries()) {
        boolean holds =
            entry.node().kind().equals(Kind.HEAD) || entry.node().kind().equals(Kind.GAP);
        if (holds && !before.containsKey(entry.id())) {
          coming.get(parent).add(entry.id());
        }
      }
    }
  }

  private void gapsThatCame(NodeId parent) {
    Set<NodeId> here = coming.get(parent);
    Set<NodeId> arrived = new HashSet<>();
    for (NodeId id : here) {
      Standing was = before.get(id);
      if (was == null || !was.parent().equals(parent)) {
        arrived.add(id);
      }
    }
    here.addAll(gapsBeside(after.get(parent).seen(), arrived, after, before));
  }

  private void gapsThatWent(NodeId parent, Set<NodeId> gone) {
    Set<NodeId> gaps = gapsBeside(before.get(parent).seen(), Set.copyOf(gone), before, after);
    gone.addAll(gaps);
  }

  /** The gaps next to some entries that only one of the trees has. */
  private static Set<NodeId> gapsBeside(
      Node node, Set<NodeId> entries, Map<NodeId, Standing> tree, Map<NodeId, Standing> other) {
    Set<NodeId> gaps = new LinkedHashSet<>();
    if (node.kind().sortedByName()) {
      return gaps;
    }
    Entry last = null;
    for (Entry entry : node.entries()) {
      if (last != null) {
        boolean beside = entries.contains(last.id()) || entries.contains(entry.id());
        for (Entry gap : beside ? List.of(last, entry) : List.<Entry>of()) {
          if (gap.node().kind().equals(Kind.GAP)
              && tree.containsKey(gap.id())
              && !other.containsKey(gap.id())) {
            gaps.add(gap.id());
          }
        }
      }
      last = entry;
    }
    return gaps;
  }

  private static boolean blob(Standing standing) {
    return standing.seen().value().asBlob().isPresent();
  }

  /** A part that cannot stand by itself. */
  static ConflictException contradiction(String why) {
    return new ConflictException(
        "This part of the work cannot stand by itself: " + why + ".",
        "Select that too, or take all of the work.");
  }
}
