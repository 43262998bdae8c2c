package org.fxd.store.v1.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Which row stands below which. Every row is in exactly one tree: that of the root, or one of those
 * that hang nowhere, because the parent is not there, or is below the row itself, or is too deep.
 */
final class Forest {
  /** Deeper rows begin a tree of their own, so that all fit into a project. */
  static final int DEPTH = 1000;

  private static final int NONE = -1;

  private final int[] parents;
  private final int[] firstChild;
  private final int[] nextSibling;
  private final boolean[] isTop;
  private final boolean[] placed;
  private final int[] depth;
  private final int[] order;
  private int ordered;
  private int root = NONE;
  private final List<Integer> orphans = new ArrayList<>();

  private Forest(List<Row> rows) {
    int size = rows.size();
    this.parents = new int[size];
    this.firstChild = filled(size);
    this.nextSibling = filled(size);
    this.isTop = new boolean[size];
    this.placed = new boolean[size];
    this.depth = new int[size];
    this.order = new int[size];
  }

  private static int[] filled(int size) {
    int[] filled = new int[size];
    Arrays.fill(filled, NONE);
    return filled;
  }

  /** Sorts rows. The first of several with one id is meant by that id. */
  static Forest of(List<Row> rows) {
    Forest forest = new Forest(rows);
    Map<String, Integer> byId = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byId.putIfAbsent(rows.get(i).id().identity(), i);
    }
    for (int i = rows.size() - 1; i >= 0; i--) {
      Integer parent =
          rows.get(i).parent().isNull() ? null : byId.get(rows.get(i).parent().identity());
      forest.parents[i] = parent == null ? NONE : parent;
      if (parent != null) {
        forest.nextSibling[i] = forest.firstChild[parent];
        forest.firstChild[parent] = i;
      }
    }
    forest.place(rows);
    return forest;
  }

  private void place(List<Row> rows) {
    for (int i = 0; i < rows.size() && root == NONE; i++) {
      if (rows.get(i).parent().isNull()) {
        root = i;
      }
    }
    Deque<Integer> cut = new ArrayDeque<>();
    if (root != NONE) {
      place(root, cut);
    }
    for (int i = 0; i < rows.size(); i++) {
      if (parents[i] == NONE && i != root) {
        orphan(i, cut);
      }
    }
    placeCut(cut);
    int[] seen = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      if (!placed[i]) {
        // All that is left leads into a loop; a row of the loop itself is the top.
        int row = i;
        while (seen[row] != i + 1) {
          seen[row] = i + 1;
          row = parents[row];
        }
        orphan(row, cut);
        placeCut(cut);
      }
    }
  }

  private void placeCut(Deque<Integer> cut) {
    while (!cut.isEmpty()) {
      orphan(cut.remove(), cut);
    }
  }

  private void orphan(int top, Deque<Integer> cut) {
    orphans.add(top);
    place(top, cut);
  }

  private void place(int top, Deque<Integer> cut) {
    isTop[top] = true;
    placed[top] = true;
    depth[top] = 0;
    int next = ordered;
    order[ordered++] = top;
    while (next < ordered) {
      int row = order[next++];
      for (int child = firstChild[row]; child != NONE; child = nextSibling[child]) {
        if (placed[child] || isTop[child]) {
          continue;
        }
        if (depth[row] == DEPTH) {
          isTop[child] = true;
          cut.add(child);
        } else {
          placed[child] = true;
          depth[child] = depth[row] + 1;
          order[ordered++] = child;
        }
      }
    }
  }

  /** The row at the top of all, if there is one. */
  OptionalInt root() {
    return root == NONE ? OptionalInt.empty() : OptionalInt.of(root);
  }

  /** The other rows that have no parent in their tree. */
  List<Integer> orphans() {
    return orphans;
  }

  /** All rows, parents before what is below them. */
  int[] order() {
    return order.clone();
  }

  /** The rows right below one, in the order of the file. */
  List<Integer> children(int row) {
    List<Integer> children = new ArrayList<>();
    for (int child = firstChild[row]; child != NONE; child = nextSibling[child]) {
      if (!isTop[child]) {
        children.add(child);
      }
    }
    return children;
  }
}
