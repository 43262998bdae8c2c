package org.fxd.graph.core.upkeep;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Finds out where an object is of use: upwards over all that names it, then down by name. */
final class Whereabouts {
  /** So many nodes are looked at for the paths of one object. */
  private static final int MOST_LOOKED_AT = 2000;

  private static final int OPERATION = Types.bit(ObjectType.OPERATION);
  private static final int TREE =
      Types.bit(ObjectType.NODE) | Types.bit(ObjectType.CHUNK) | Types.bit(ObjectType.BLOB);

  private final Store store;
  private final Graph graph;
  private final Census census;
  private final int newest;

  /**
   * For objects of one store.
   *
   * @param newest the number of the newest state; -1 if it is not known
   */
  Whereabouts(Store store, Graph graph, Census census, int newest) {
    this.store = store;
    this.graph = graph;
    this.census = census;
    this.newest = newest;
  }

  /** Where an object is of use. */
  Uses of(int object) {
    BitSet above = new BitSet(graph.size());
    Set<Integer> commits = new LinkedHashSet<>();
    Set<Integer> operations = new LinkedHashSet<>();
    climb(object, above, commits, operations);
    List<Integer> sorted = new ArrayList<>(commits);
    sorted.sort(Comparator.comparingLong(commit -> -census.said(commit)));
    List<Integer> tops = new ArrayList<>();
    boolean now = newest >= 0 && (above.get(newest) || newest == object);
    if (now) {
      tops.add(newest);
    }
    sorted.forEach(commit -> addTops(commit, above, object, tops));
    if (tops.isEmpty()) {
      operations.forEach(operation -> addTops(operation, above, object, tops));
    }
    Paths paths = new Paths(object, above);
    boolean all = paths.from(tops);
    List<Hash> first = sorted.stream().limit(Uses.MOST).map(graph::hash).toList();
    return new Uses(now, paths.texts(), !all, first, sorted.size(), operations.size());
  }

  /** Up to commits and operations, not on to those that follow them. */
  private void climb(int object, BitSet above, Set<Integer> commits, Set<Integer> operations) {
    Stack stack = new Stack();
    stack.push(object);
    while (!stack.isEmpty()) {
      int at = stack.pop();
      for (int i = 0; i < graph.sourceCount(at); i++) {
        int source = graph.source(at, i);
        int told = census.told(source);
        if (!graph.is(source, Census.REACHED) || above.get(source)) {
          continue;
        }
        if ((told & OPERATION) != 0) {
          operations.add(source);
        } else if ((told & ~TREE) != 0) {
          commits.add(source);
        } else {
          above.set(source);
          stack.push(source);
        }
      }
    }
  }

  private void addTops(int holder, BitSet above, int object, List<Integer> tops) {
    for (int i = 0; i < graph.count(holder); i++) {
      int top = graph.named(holder, i);
      boolean tree = ((census.told(top) | census.wanted(top)) & ~TREE) == 0;
      if (tree && (above.get(top) || top == object)) {
        tops.add(top);
      }
    }
  }

  /** The paths that lead to one object. */
  private final class Paths {
    private record Spot(int object, Trail trail) {}

    private final int wanted;
    private final BitSet above;
    private final Set<String> found = new LinkedHashSet<>();
    private final Deque<Spot> stack = new ArrayDeque<>();
    private int left = MOST_LOOKED_AT;

    Paths(int wanted, BitSet above) {
      this.wanted = wanted;
      this.above = above;
    }

    List<String> texts() {
      return List.copyOf(found);
    }

    /** Whether all paths from there were found. */
    boolean from(List<Integer> tops) {
      for (int top : tops) {
        hit(graph.hash(top), Trail.TOP);
        enter(graph.hash(top), Trail.TOP);
        while (!stack.isEmpty()) {
          if (left-- == 0 || found.size() == Uses.MOST) {
            return false;
          }
          look(stack.pop());
        }
      }
      return true;
    }

    private void look(Spot spot) {
      Hash hash = graph.hash(spot.object());
      if (store.get(List.of(hash)).get(hash) instanceof Lookup.Present present) {
        try {
          if ((census.told(spot.object()) & Types.bit(ObjectType.CHUNK)) != 0) {
            Chunk chunk = NodeParts.chunk(present.bytes());
            items(chunk.items(), spot.trail());
          } else {
            node(NodeParts.of(present.bytes()), spot.trail());
          }
        } catch (IllegalArgumentException broken) {
          // It is told of by itself; no path leads on from here.
          return;
        }
      }
    }

    private void node(NodeParts node, Trail trail) {
      Trail here = trail.as(node.kind());
      value(node.value(), here);
      node.metadata().values().forEach(value -> value(value, here));
      items(node.map().items(), here);
    }

    private void value(Value value, Trail trail) {
      if (value instanceof Value.OfBlob blob) {
        hit(blob.blob().hash(), trail);
      } else if (value instanceof Value.Link link) {
        hit(link.hash(), trail);
      }
    }

    private void items(List<Item> items, Trail trail) {
      for (Item item : items) {
        if (item instanceof Leaf leaf) {
          hit(leaf.node().hash(), trail.down(leaf.name()));
        } else if (item instanceof ChunkRef ref) {
          hit(ref.hash(), trail);
        }
      }
      // The last pushed is looked at first.
      for (int i = items.size() - 1; i >= 0; i--) {
        if (items.get(i) instanceof Leaf leaf) {
          enter(leaf.node().hash(), trail.down(leaf.name()));
        } else if (items.get(i) instanceof ChunkRef ref) {
          enter(ref.hash(), trail);
        }
      }
    }

    private void hit(Hash hash, Trail trail) {
      if (graph.find(hash) == wanted && found.size() < Uses.MOST) {
        found.add(trail.toString());
      }
    }

    private void enter(Hash hash, Trail trail) {
      int object = graph.find(hash);
      if (object >= 0 && above.get(object)) {
        stack.push(new Spot(object, trail));
      }
    }
  }
}
