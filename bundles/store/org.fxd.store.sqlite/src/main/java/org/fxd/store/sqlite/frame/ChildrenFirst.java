package org.fxd.store.sqlite.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.graph.api.Hash;

/**
 * Puts objects in such an order that each comes behind those whose hashes it holds, and otherwise
 * leaves them as they came. For one thread.
 */
final class ChildrenFirst {
  private static final byte NEW = 0;
  private static final byte OPEN = 1;
  private static final byte DONE = 2;

  private final HashPlaces hashes = new HashPlaces();
  private final List<byte[]> objects = new ArrayList<>();

  /** The objects whose children are being looked at, each a child of the one below it. */
  private int[] path = new int[16];

  /** How far each of them was looked through. */
  private int[] places = new int[16];

  void add(Hash hash, byte[] object) {
    hashes.add(objects.size(), hash);
    objects.add(object);
  }

  /** The numbers of the objects, from 0 on as they were added, in order; and begins anew. */
  int[] finish() {
    int[] order = new int[objects.size()];
    byte[] states = new byte[order.length];
    int done = 0;
    for (int first = 0; first < order.length; first++) {
      int depth = states[first] == NEW ? open(first, 0, states) : 0;
      while (depth > 0) {
        int object = path[depth - 1];
        int child = nextChild(object, depth - 1, states);
        if (child >= 0) {
          depth = open(child, depth, states);
        } else {
          states[object] = DONE;
          order[done++] = object;
          depth--;
        }
      }
    }
    objects.clear();
    hashes.clear();
    return order;
  }

  private int open(int object, int depth, byte[] states) {
    if (depth == path.length) {
      path = Arrays.copyOf(path, depth * 2);
      places = Arrays.copyOf(places, depth * 2);
    }
    states[object] = OPEN;
    path[depth] = object;
    places[depth] = 0;
    return depth + 1;
  }

  /** The next object whose hash is found in one, and which was not looked at; else −1. */
  private int nextChild(int object, int level, byte[] states) {
    byte[] bytes = objects.get(object);
    int at = places[level];
    while (at + Hash.LENGTH <= bytes.length) {
      int child = hashes.find(bytes, at);
      at += child < 0 ? 1 : Hash.LENGTH;
      if (child >= 0 && states[child] == NEW) {
        places[level] = at;
        return child;
      }
    }
    places[level] = at;
    return -1;
  }
}
