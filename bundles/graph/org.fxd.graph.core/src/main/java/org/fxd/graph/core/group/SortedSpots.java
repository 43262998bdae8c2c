package org.fxd.graph.core.group;

import java.util.List;
import java.util.function.Consumer;

/**
 * Spots in the order of the tree. Immutable: putting one in or taking one out costs O(log n) and
 * gives another set that shares nearly all with this one.
 *
 * <p>A treap (Seidel and Aragon 1996): a search tree by spot and a heap by a number that follows
 * from the id, so that its shape depends on what is in it only.
 */
final class SortedSpots {
  /** No spots. */
  static final SortedSpots EMPTY = new SortedSpots(null);

  private final Branch top;

  private record Branch(Spot spot, int weight, Branch left, Branch right, int size) {
    static Branch of(Spot spot, int weight, Branch left, Branch right) {
      return new Branch(spot, weight, left, right, count(left) + count(right) + 1);
    }

    Branch withLeft(Branch other) {
      return of(spot, weight, other, right);
    }

    Branch withRight(Branch other) {
      return of(spot, weight, left, other);
    }
  }

  private SortedSpots(Branch top) {
    this.top = top;
  }

  private static int count(Branch branch) {
    return branch == null ? 0 : branch.size();
  }

  /** How many there are. */
  int size() {
    return count(top);
  }

  /** With one more. */
  SortedSpots with(Spot spot) {
    Branch without = remove(top, spot);
    return new SortedSpots(insert(without, Branch.of(spot, weight(spot), null, null)));
  }

  /** Without one. */
  SortedSpots without(Spot spot) {
    Branch fewer = remove(top, spot);
    return count(fewer) == size() ? this : new SortedSpots(fewer);
  }

  /** Tells all, in order. */
  void each(Consumer<Spot> visitor) {
    each(top, visitor);
  }

  /** Adds a spot's node and all that stand below it to a list. */
  void within(Spot outer, List<Spot> found) {
    within(top, outer, found);
  }

  private static int weight(Spot spot) {
    long mixed = (spot.id().high() ^ spot.id().low()) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private static Branch insert(Branch into, Branch leaf) {
    if (into == null) {
      return leaf;
    }
    if (leaf.weight() > into.weight()) {
      return Branch.of(
          leaf.spot(), leaf.weight(), before(into, leaf.spot()), behind(into, leaf.spot()));
    }
    return leaf.spot().compareTo(into.spot()) < 0
        ? into.withLeft(insert(into.left(), leaf))
        : into.withRight(insert(into.right(), leaf));
  }

  /** Those of a branch that are before a spot. */
  private static Branch before(Branch branch, Spot spot) {
    if (branch == null) {
      return null;
    }
    return branch.spot().compareTo(spot) < 0
        ? branch.withRight(before(branch.right(), spot))
        : before(branch.left(), spot);
  }

  /** Those of a branch that are behind a spot. */
  private static Branch behind(Branch branch, Spot spot) {
    if (branch == null) {
      return null;
    }
    return branch.spot().compareTo(spot) > 0
        ? branch.withLeft(behind(branch.left(), spot))
        : behind(branch.right(), spot);
  }

  private static Branch remove(Branch from, Spot spot) {
    if (from == null) {
      return null;
    }
    int order = spot.compareTo(from.spot());
    if (order == 0) {
      return join(from.left(), from.right());
    }
    return order < 0
        ? from.withLeft(remove(from.left(), spot))
        : from.withRight(remove(from.right(), spot));
  }

  /** All of two branches, the first of which is before the second. */
  private static Branch join(Branch left, Branch right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    return left.weight() >= right.weight()
        ? left.withRight(join(left.right(), right))
        : right.withLeft(join(left, right.left()));
  }

  private static void each(Branch branch, Consumer<Spot> visitor) {
    if (branch != null) {
      each(branch.left(), visitor);
      visitor.accept(branch.spot());
      each(branch.right(), visitor);
    }
  }

  private static void within(Branch branch, Spot outer, List<Spot> found) {
    if (branch == null) {
      return;
    }
    boolean inside = branch.spot().within(outer);
    int order = inside ? 0 : branch.spot().compareTo(outer);
    if (order >= 0) {
      within(branch.left(), outer, found);
    }
    if (inside) {
      found.add(branch.spot());
    }
    if (order <= 0) {
      within(branch.right(), outer, found);
    }
  }
}
