package org.fxd.graph.core.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.core.node.ObjectWriter;

/**
 * How two trees differ, entry by entry, matched by id wherever they stand.
 *
 * <p>An id that is touched has a place in {@link #before}, in {@link #after}, or in both: it is
 * removed, added, or kept (and perhaps moved, renamed, edited, or only on the way to something that
 * is). With each touched id its ancestors are touched too. Subtrees that were removed or added are
 * gone into only as long as there is something on the other side that could have come from them.
 */
final class TreeDiff {
  /** Stands for the root, which no entry holds. */
  static final NodeId ROOT = new NodeId(0, 0);

  private final Map<NodeId, Located> before = new LinkedHashMap<>();
  private final Map<NodeId, Located> after = new LinkedHashMap<>();
  private final Set<NodeId> replaced = new HashSet<>();
  private final Set<NodeId> reformed = new HashSet<>();
  private final Side removed = new Side(before);
  private final Side added = new Side(after);

  private TreeDiff() {}

  /** Compares two trees. */
  static TreeDiff of(Node before, Node after) {
    TreeDiff diff = new TreeDiff();
    Entry left = new Entry(ROOT, Name.EMPTY, Place.NONE, before);
    Entry right = new Entry(ROOT, Name.EMPTY, Place.NONE, after);
    diff.keep(ROOT, left, right, 0);
    diff.match();
    return diff;
  }

  /** Where touched entries stood. */
  Map<NodeId, Located> before() {
    return Collections.unmodifiableMap(before);
  }

  /** Where touched entries stand. */
  Map<NodeId, Located> after() {
    return Collections.unmodifiableMap(after);
  }

  boolean touches(NodeId id) {
    return before.containsKey(id) || after.containsKey(id);
  }

  boolean removes(NodeId id) {
    return before.containsKey(id) && !after.containsKey(id);
  }

  boolean adds(NodeId id) {
    return after.containsKey(id) && !before.containsKey(id);
  }

  boolean keeps(NodeId id) {
    return before.containsKey(id) && after.containsKey(id);
  }

  /** Whether an entry is kept with another node that has nothing to do with the one before. */
  boolean replaces(NodeId id) {
    return replaced.contains(id);
  }

  /** Whether an entry is kept and is the same file in another form. */
  boolean reforms(NodeId id) {
    return reformed.contains(id);
  }

  /** Whether an entry is kept under another parent. */
  boolean reparents(NodeId id) {
    return keeps(id) && !before.get(id).parent().equals(after.get(id).parent());
  }

  /** Whether an entry is kept with another parent, name or place. */
  boolean moves(NodeId id) {
    if (!keeps(id)) {
      return false;
    }
    Entry from = before.get(id).entry();
    Entry to = after.get(id).entry();
    return reparents(id) || !from.name().equals(to.name()) || !from.place().equals(to.place());
  }

  /** Whether an entry is kept and kind, value or metadata of its node differ. */
  boolean edits(NodeId id) {
    if (!keeps(id) || reforms(id)) {
      return false;
    }
    Node from = before.get(id).entry().node();
    Node to = after.get(id).entry().node();
    return !from.hash().equals(to.hash())
        && !(from.kind().equals(to.kind())
            && from.value().equals(to.value())
            && from.metadata().equals(to.metadata()));
  }

  /** Whether an entry is kept and anything of its own differs. */
  boolean changes(NodeId id) {
    return moves(id) || replaces(id) || edits(id);
  }

  /** The names from the root to an entry, in the tree that a map tells of. */
  static List<Name> path(Map<NodeId, Located> tree, NodeId id) {
    Deque<Name> names = new ArrayDeque<>();
    for (NodeId at = id; !at.equals(ROOT); at = tree.get(at).parent()) {
      names.addFirst(tree.get(at).entry().name());
    }
    return new ArrayList<>(names);
  }

  /** The path of a touched entry, for a person. */
  String pathOf(NodeId id) {
    List<Name> names = path(after.containsKey(id) ? after : before, id);
    return names.isEmpty()
        ? "the root"
        : names.stream().map(Name::toString).collect(Collectors.joining("/", "'", "'"));
  }

  private void keep(NodeId parent, Entry from, Entry to, int depth) {
    before.put(from.id(), new Located(parent, from));
    after.put(to.id(), new Located(parent, to));
    compare(from, to, depth);
  }

  /** Compares the nodes of an entry that both trees have. */
  private void compare(Entry from, Entry to, int depth) {
    NodeId id = to.id();
    Node left = from.node();
    Node right = to.node();
    if (left.hash().equals(right.hash())) {
      return;
    }
    if (depth > ObjectWriter.MAX_DEPTH) {
      throw new FxdException(
          "The tree is nested deeper than " + ObjectWriter.MAX_DEPTH + " levels.");
    }
    if (FileForms.same(left, right)) {
      reformed.add(id);
    } else if (!left.kind().equals(right.kind()) || FileForms.differ(left, right)) {
      replaced.add(id);
    } else {
      right.diff(
          left,
          new NodeDiff() {
            @Override
            public boolean added(Entry entry) {
              added.meet(id, entry);
              return true;
            }

            @Override
            public boolean removed(Entry entry) {
              removed.meet(id, entry);
              return true;
            }

            @Override
            public boolean changed(Entry earlier, Entry later) {
              keep(id, earlier, later, depth + 1);
              return true;
            }
          });
    }
  }

  /** Puts together what is gone here and has come there. */
  private void match() {
    while (true) {
      pair();
      if (removed.lone.isEmpty() || added.lone.isEmpty()) {
        return;
      }
      if (!added.open.isEmpty()) {
        added.openAll();
      } else if (!removed.open.isEmpty()) {
        removed.openAll();
      } else {
        return;
      }
    }
  }

  private void pair() {
    while (true) {
      List<NodeId> both = new ArrayList<>();
      Side fewer = added.lone.size() < removed.lone.size() ? added : removed;
      for (NodeId id : fewer.lone) {
        if (keeps(id)) {
          both.add(id);
        }
      }
      if (both.isEmpty()) {
        return;
      }
      for (NodeId id : both) {
        removed.lone.remove(id);
        added.lone.remove(id);
        boolean leftClosed = removed.open.remove(id);
        boolean rightClosed = added.open.remove(id);
        if (leftClosed && rightClosed) {
          compare(before.get(id).entry(), after.get(id).entry(), 0);
        } else if (leftClosed) {
          removed.open(id);
        } else if (rightClosed) {
          added.open(id);
        }
      }
    }
  }

  /** What only one of the trees has, as far as is known by now. */
  private static final class Side {
    private final Map<NodeId, Located> tree;

    /** Entries without a counterpart so far. */
    private final Set<NodeId> lone = new LinkedHashSet<>();

    /** Those of them whose nodes were not gone into. */
    private final Set<NodeId> open = new LinkedHashSet<>();

    Side(Map<NodeId, Located> tree) {
      this.tree = tree;
    }

    void meet(NodeId parent, Entry entry) {
      if (tree.putIfAbsent(entry.id(), new Located(parent, entry)) == null) {
        lone.add(entry.id());
        open.add(entry.id());
      }
    }

    void open(NodeId id) {
      for (Entry entry : tree.get(id).entry().node().entries()) {
        meet(id, entry);
      }
    }

    void openAll() {
      List<NodeId> now = new ArrayList<>(open);
      open.clear();
      now.forEach(this::open);
    }
  }

  /** The touched entries of one tree by parent. */
  static Map<NodeId, List<Located>> byParent(Map<NodeId, Located> tree) {
    Map<NodeId, List<Located>> children = new HashMap<>();
    tree.forEach(
        (id, located) -> {
          if (!id.equals(ROOT)) {
            children.computeIfAbsent(located.parent(), parent -> new ArrayList<>()).add(located);
          }
        });
    return children;
  }
}
