package org.fxd.graph.core.entries;

import java.util.ArrayList;
import java.util.List;

/**
 * How two maps of one sort differ, key by key. Chunks that both have are skipped unread.
 *
 * @param removed entries of the earlier map that the later one does not have, in order
 * @param added entries of the later map that the earlier one does not have, in order
 */
public record EntryDiff(List<Leaf> removed, List<Leaf> added) {
  /** Compares two maps; an entry that differs in anything is in both lists. */
  public static EntryDiff of(EntryMap before, EntryMap after) {
    List<Leaf> removed = new ArrayList<>();
    List<Leaf> added = new ArrayList<>();
    if (before.byName() != after.byName()) {
      before.iterator().forEachRemaining(removed::add);
      after.iterator().forEachRemaining(added::add);
      return new EntryDiff(removed, added);
    }
    Cursor a = new Cursor(before.items());
    Cursor b = new Cursor(after.items());
    while (a.present() && b.present()) {
      Item left = a.peek();
      Item right = b.peek();
      int leftLevel = left instanceof ChunkRef ref ? ref.level() : -1;
      int rightLevel = right instanceof ChunkRef ref ? ref.level() : -1;
      if (leftLevel > rightLevel) {
        a.expand();
      } else if (rightLevel > leftLevel) {
        b.expand();
      } else if (left instanceof ChunkRef x && right instanceof ChunkRef y) {
        if (x == y || x.hash().equals(y.hash())) {
          a.skip();
          b.skip();
        } else {
          a.expand();
          b.expand();
        }
      } else {
        Leaf x = (Leaf) left;
        Leaf y = (Leaf) right;
        int order = x.order(y);
        if (order <= 0) {
          a.skip();
        }
        if (order >= 0) {
          b.skip();
        }
        if (order < 0) {
          removed.add(x);
        } else if (order > 0) {
          added.add(y);
        } else if (!same(x, y)) {
          removed.add(x);
          added.add(y);
        }
      }
    }
    while (a.present()) {
      removed.add(a.nextLeaf());
    }
    while (b.present()) {
      added.add(b.nextLeaf());
    }
    return new EntryDiff(removed, added);
  }

  private static boolean same(Leaf x, Leaf y) {
    return x == y
        || x.sameId(y)
            && x.name().equals(y.name())
            && (x.node() == y.node() || x.node().hash().equals(y.node().hash()));
  }
}
