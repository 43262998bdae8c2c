package org.fxd.graph.core.upkeep;

import java.security.SecureRandom;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;

/**
 * Which objects are versions of one thing: chains of objects by what they are versions of, in the
 * order in which they came. Some 40 bytes for a chain, and four for an object.
 */
final class Lineages {
  /** Is given one lineage. */
  @FunctionalInterface
  interface Visitor {
    /** Objects of one type, in their order; of use only during the call. */
    void lineage(ObjectType type, List<Hash> versions);
  }

  private final ObjectTable objects;

  /** Whoever made ids up does not know where they will stand here. */
  private final long seed = new SecureRandom().nextLong() | 1;

  /** Of each object, the one that came next in its chain, plus one; 0 for the last. */
  private final Ints next = new Ints();

  private final Longs high = new Longs();
  private final Longs low = new Longs();
  private final Ints types = new Ints();
  private final Ints names = new Ints();
  private final Ints first = new Ints();

  /** Of each object, its chain plus one; 0 for none. */
  private final Ints chains = new Ints();

  private final Ints last = new Ints();

  /** Numbers of chains, each one more than it is; 0 where there is none. */
  private int[] slots = new int[1 << 10];

  Lineages(ObjectTable objects) {
    this.objects = objects;
  }

  /**
   * Puts an object at the end of a chain. Only once for each.
   *
   * @param upper with the other half, what it is a version of
   * @param name a number for what that is called; 0 for nothing
   */
  void add(ObjectType type, long upper, long lower, int name, int object) {
    next.resize(object + 1);
    chains.resize(object + 1);
    int slot = slot(type, upper, lower);
    chains.set(object, slots[slot] == 0 ? high.size() + 1 : slots[slot]);
    if (slots[slot] == 0) {
      high.add(upper);
      low.add(lower);
      types.add(type.code());
      names.add(name);
      first.add(object);
      last.add(object);
      slots[slot] = high.size();
      if (3L * high.size() > 2L * slots.length) {
        grow();
      }
    } else {
      int chain = slots[slot] - 1;
      next.set(last.get(chain), object + 1);
      last.set(chain, object);
    }
  }

  /** Is given one object. */
  @FunctionalInterface
  interface ObjectVisitor {
    /** An object and its chain, a number from 1. */
    void object(ObjectType type, int chain, Hash hash);
  }

  /** Tells all objects of all chains, the last one first. */
  void forEachBackwards(ObjectVisitor visitor) {
    for (int object = chains.size() - 1; object >= 0; object--) {
      int chain = chains.get(object);
      if (chain > 0) {
        visitor.object(Types.of(types.get(chain - 1)), chain, objects.get(object));
      }
    }
  }

  /**
   * Tells all chains, in the order of the first object of each; but those of one name together with
   * the first of them. Where a file is copied or moved to another folder it often keeps its name,
   * and what is alike had better be told one after the other.
   */
  void forEach(Visitor visitor) {
    for (int chain : together()) {
      int length = 0;
      for (int at = first.get(chain) + 1; at > 0; at = next.get(at - 1)) {
        length++;
      }
      int[] chained = new int[length];
      int at = first.get(chain);
      for (int i = 0; i < length; i++) {
        chained[i] = at;
        at = next.get(at) - 1;
      }
      visitor.lineage(Types.of(types.get(chain)), hashes(chained));
    }
  }

  private int[] together() {
    Map<Integer, Integer> firsts = new HashMap<>();
    long[] order = new long[high.size()];
    for (int chain = 0; chain < order.length; chain++) {
      int name = names.get(chain);
      Integer known = name == 0 ? null : firsts.putIfAbsent(name, chain);
      order[chain] = (long) (known == null ? chain : known) << Integer.SIZE | chain;
    }
    Arrays.sort(order);
    return Arrays.stream(order).mapToInt(each -> (int) each).toArray();
  }

  private List<Hash> hashes(int[] numbers) {
    return new AbstractList<>() {
      @Override
      public Hash get(int index) {
        return objects.get(numbers[index]);
      }

      @Override
      public int size() {
        return numbers.length;
      }
    };
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int chain = 0; chain < high.size(); chain++) {
      slots[slot(Types.of(types.get(chain)), high.get(chain), low.get(chain))] = chain + 1;
    }
  }

  private int slot(ObjectType type, long upper, long lower) {
    int code = type.code();
    long mixed = (upper ^ seed + code) * seed;
    mixed = (mixed ^ mixed >>> 32 ^ lower) * seed;
    int slot = (int) (mixed ^ mixed >>> 32) & slots.length - 1;
    while (slots[slot] != 0) {
      int chain = slots[slot] - 1;
      if (high.get(chain) == upper && low.get(chain) == lower && types.get(chain) == code) {
        break;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
