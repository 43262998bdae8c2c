package org.fxd.graph.core.index;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.core.node.NodesAhead;
import org.fxd.store.api.IndexReader;

/**
 * Moves an index from one root to another. The work follows the difference: what is equal is not
 * read, and what only moved or got another name changes where it stands and no more.
 */
final class Move {
  /** A unit and what it stands in. */
  private record Placed(NodeId parent, boolean byName, Entry unit) {
    void describe(Rows rows) {
      NodeRows.describe(parent, byName, unit, rows);
    }

    /** Tells only the rows that say nothing of what is inside. */
    void describeItself(Rows rows) {
      NodeRows.describeItself(parent, byName, unit, rows);
    }

    /** The units in it; none if it is closed. */
    List<Placed> children() {
      Node node = unit.node();
      List<Placed> children = new ArrayList<>();
      if (NodeRows.isOpen(node.kind())) {
        boolean sorted = node.kind().sortedByName();
        node.entries().forEach(entry -> children.add(new Placed(unit.id(), sorted, entry)));
      }
      return children;
    }
  }

  private record Pair(Placed before, Placed after) {}

  /** So many units are read at once. */
  private static final int TOGETHER = 64;

  private final IndexReader index;
  private final Rows rows;

  /** What only the earlier root has, as far as is known by now. */
  private final Map<NodeId, Placed> gone = new LinkedHashMap<>();

  /** What only the later root has. */
  private final Map<NodeId, Placed> come = new LinkedHashMap<>();

  /** What both have, and is still to be compared. Trees may be deep: nothing here recurs. */
  private final Deque<Pair> kept = new ArrayDeque<>();

  /** What is new and is written last, so that nothing takes it back. */
  private final List<Placed> late = new ArrayList<>();

  private Move(IndexReader index, Rows rows) {
    this.index = index;
    this.rows = rows;
  }

  /**
   * Tells what changes.
   *
   * @param index the index of the earlier root
   * @param rows told of changes until it is full
   */
  static void between(Node before, Node after, IndexReader index, Rows rows) {
    Move move = new Move(index, rows);
    move.diff(Standing.ROOT, before, after);
    move.compareKept();
    move.settle();
  }

  /** Tells all rows of the index of a root. */
  static void from(Node root, Rows rows) {
    Deque<Placed> left = new ArrayDeque<>();
    for (Entry entry : root.entries()) {
      left.add(new Placed(Standing.ROOT, root.kind().sortedByName(), entry));
    }
    add(left, rows);
  }

  private void diff(NodeId parent, Node before, Node after) {
    boolean byName = after.kind().sortedByName();
    boolean wasByName = before.kind().sortedByName();
    after.diff(
        before,
        new NodeDiff() {
          @Override
          public boolean added(Entry entry) {
            come.put(entry.id(), new Placed(parent, byName, entry));
            return !rows.isFull();
          }

          @Override
          public boolean removed(Entry entry) {
            gone.put(entry.id(), new Placed(parent, wasByName, entry));
            return !rows.isFull();
          }

          @Override
          public boolean changed(Entry earlier, Entry later) {
            kept.add(
                new Pair(
                    new Placed(parent, wasByName, earlier), new Placed(parent, byName, later)));
            return !rows.isFull();
          }
        });
  }

  private void compareKept() {
    while (!kept.isEmpty() && !rows.isFull()) {
      Pair pair = kept.pop();
      compare(pair.before(), pair.after());
    }
  }

  /** A unit that both roots have. */
  private void compare(Placed before, Placed after) {
    Entry from = before.unit();
    Entry to = after.unit();
    boolean sameInside = sameInside(from, to);
    NavigableMap<byte[], byte[]> had =
        rowsOf(sameInside ? before::describeItself : before::describe);
    NavigableMap<byte[], byte[]> has = rowsOf(sameInside ? after::describeItself : after::describe);
    byte[] pending = Keys.pending(from.id());
    if (had.containsKey(pending) && !Arrays.equals(had.get(pending), has.get(pending))) {
      forget(from.id());
    }
    had.keySet().stream().filter(key -> !has.containsKey(key)).forEach(rows::remove);
    has.forEach(
        (key, value) -> {
          if (!Arrays.equals(had.get(key), value)) {
            rows.put(key, value);
          }
        });
    if (from.node().hash().equals(to.node().hash())) {
      return;
    }
    boolean wasOpen = NodeRows.isOpen(from.node().kind());
    boolean isOpen = NodeRows.isOpen(to.node().kind());
    if (wasOpen && isOpen) {
      diff(to.id(), from.node(), to.node());
    } else if (wasOpen) {
      put(before.children(), gone);
    } else if (isOpen) {
      put(after.children(), come);
    }
  }

  /**
   * Whether only the rows of a file itself can differ, and none of what is inside. A scanned file
   * with a raw one in it, odd as that is, is pending whenever anything of it is another.
   */
  private boolean sameInside(Entry from, Entry to) {
    return NodeRows.isClosed(from.node().kind())
        && NodeRows.isClosed(to.node().kind())
        && !NodeRows.isRaw(from)
        && !NodeRows.isRaw(to)
        && TextOnly.inside(from.node(), to.node())
        && index.get(Keys.term(Terms.type(Kind.FILE.name()), from.id(), Keys.WITHIN)).isEmpty();
  }

  private static NavigableMap<byte[], byte[]> rowsOf(Consumer<Rows> description) {
    NavigableMap<byte[], byte[]> all = new TreeMap<>(Arrays::compareUnsigned);
    description.accept(
        new Rows() {
          @Override
          public void put(byte[] key, byte[] value) {
            all.put(key, value);
          }

          @Override
          public void remove(byte[] key) {
            all.remove(key);
          }
        });
    return all;
  }

  private static void put(List<Placed> units, Map<NodeId, Placed> into) {
    units.forEach(placed -> into.put(placed.unit().id(), placed));
  }

  /** Puts together what went here and came there; what stays alone is removed and added. */
  private void settle() {
    while (!gone.isEmpty() && !come.isEmpty() && !rows.isFull()) {
      boolean moved = false;
      for (NodeId id : new ArrayList<>(come.keySet())) {
        Placed from = gone.remove(id);
        if (from != null) {
          kept.add(new Pair(from, come.remove(id)));
          moved = true;
        }
      }
      compareKept();
      if (!moved) {
        openBoth();
      }
    }
    gone.values().forEach(this::remove);
    late.forEach(placed -> placed.describe(rows));
    come.values().forEach(placed -> add(placed, rows));
  }

  /** Goes a level deeper on both sides: what moved may have stood in what is gone. */
  private void openBoth() {
    List<Placed> left = new ArrayList<>(gone.values());
    gone.clear();
    for (Placed placed : left) {
      removeSelf(placed);
      put(placed.children(), gone);
    }
    List<Placed> right = new ArrayList<>(come.values());
    come.clear();
    for (Placed placed : right) {
      late.add(placed);
      put(placed.children(), come);
    }
  }

  private static void add(Placed top, Rows rows) {
    add(new ArrayDeque<>(List.of(top)), rows);
  }

  private static void add(Deque<Placed> left, Rows rows) {
    while (!left.isEmpty() && !rows.isFull()) {
      readAhead(left);
      Placed placed = left.pop();
      placed.describe(rows);
      placed.children().forEach(left::push);
    }
  }

  /** Reads what comes next together, if the very next has to be read; files with all inside. */
  private static void readAhead(Deque<Placed> next) {
    if (NodesAhead.isAtHand(next.peek().unit().node())) {
      return;
    }
    List<Node> units = new ArrayList<>(TOGETHER);
    for (Placed placed : next) {
      if (units.size() == TOGETHER) {
        break;
      }
      units.add(placed.unit().node());
    }
    NodesAhead.read(units);
    units.removeIf(node -> !NodesAhead.isAtHand(node) || !NodeRows.isClosed(node.kind()));
    NodesAhead.readTrees(units);
  }

  private void remove(Placed top) {
    Deque<Placed> left = new ArrayDeque<>(List.of(top));
    while (!left.isEmpty() && !rows.isFull()) {
      Placed placed = left.pop();
      removeSelf(placed);
      placed.children().forEach(left::push);
    }
  }

  private void removeSelf(Placed placed) {
    NavigableMap<byte[], byte[]> had = rowsOf(placed::describe);
    had.keySet().forEach(rows::remove);
    if (had.containsKey(Keys.pending(placed.unit().id()))) {
      forget(placed.unit().id());
    }
  }

  /** Takes back what was found in a raw file. */
  private void forget(NodeId file) {
    Kept.of(index, file).ifPresent(kept -> kept.remove(file, rows));
  }
}
