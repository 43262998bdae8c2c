package org.fxd.graph.core.upkeep;

import org.fxd.graph.api.Hash;

/**
 * Objects and what each of them names, as far as they were looked at: some 45 bytes for an object
 * and four for a name. Belongs to one thread.
 */
final class Graph {
  private final ObjectTable objects = new ObjectTable();
  private final Ints flags = new Ints();

  /** Of each object, where its names begin, and how many there are. */
  private final Ints starts = new Ints();

  private final Ints counts = new Ints();
  private final Ints names = new Ints();

  /** Incoming edges, made when they are asked for. */
  private Ints sources;

  private Ints sourceStarts;

  /** How many objects are known, if only by name. */
  int size() {
    return objects.size();
  }

  /** The number of an object. */
  int number(Hash hash) {
    int number = objects.add(hash);
    sources = null;
    flags.resize(number + 1);
    starts.resize(number + 1);
    counts.resize(number + 1);
    return number;
  }

  /** The number of an object; -1 if it is not known. */
  int find(Hash hash) {
    return objects.find(hash);
  }

  Hash hash(int object) {
    return objects.get(object);
  }

  boolean is(int object, int flag) {
    return (flags.get(object) & flag) != 0;
  }

  int flags(int object) {
    return flags.get(object);
  }

  void set(int object, int flag) {
    flags.set(object, flags.get(object) | flag);
  }

  /** From here on, names are those of an object; its earlier ones are given up. */
  void begin(int object) {
    starts.set(object, names.size());
    counts.set(object, 0);
    sources = null;
  }

  /** One more name of the object that was begun last. */
  void add(int object, int named) {
    names.add(named);
    counts.set(object, counts.get(object) + 1);
  }

  /** How many names an object has. */
  int count(int object) {
    return counts.get(object);
  }

  /** One of its names. */
  int named(int object, int at) {
    return names.get(starts.get(object) + at);
  }

  /** How many objects name an object. */
  int sourceCount(int object) {
    turn();
    return sourceStarts.get(object + 1) - sourceStarts.get(object);
  }

  /** One of those that name it. */
  int source(int object, int at) {
    return sources.get(sourceStarts.get(object) + at);
  }

  private void turn() {
    if (sources != null) {
      return;
    }
    int size = size();
    Ints ends = new Ints();
    ends.resize(size + 1);
    for (int object = 0; object < size; object++) {
      for (int i = 0; i < count(object); i++) {
        int named = named(object, i);
        ends.set(named + 1, ends.get(named + 1) + 1);
      }
    }
    for (int object = 0; object < size; object++) {
      ends.set(object + 1, ends.get(object + 1) + ends.get(object));
    }
    Ints into = new Ints();
    into.resize(ends.get(size));
    Ints at = new Ints();
    for (int object = 0; object < size; object++) {
      at.add(ends.get(object));
    }
    for (int object = 0; object < size; object++) {
      for (int i = 0; i < count(object); i++) {
        int named = named(object, i);
        into.set(at.get(named), object);
        at.set(named, at.get(named) + 1);
      }
    }
    sources = into;
    sourceStarts = ends;
  }
}
