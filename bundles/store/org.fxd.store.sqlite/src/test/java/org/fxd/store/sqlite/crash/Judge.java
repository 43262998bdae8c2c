package org.fxd.store.sqlite.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples.Sample;

/**
 * Judges a store: all deeds up to one are whole, byte for byte, in objects, references and index,
 * and of the next ones nothing is there. And a check finds nothing wrong.
 */
final class Judge {
  private Judge() {}

  /**
   * Judges.
   *
   * @return how far each lane is
   * @throws AssertionError if the store lost something or lies
   */
  static int[] judge(Store store, Ledger.Bounds bounds) {
    int[] found = new int[Ledger.LANES];
    Map<Hash, Sample> kept = new HashMap<>();
    Map<Hash, Sample> garbage = new HashMap<>();
    for (int lane = 0; lane < Ledger.LANES; lane++) {
      Deed last = last(store, lane, bounds);
      found[lane] = last.number();
      assertEquals(last.index(), last.indexIn(store), "the index of lane " + lane);
      for (int number = 1; number <= last.number(); number++) {
        Deed deed = new Deed(lane, number);
        kept.putAll(deed.kept());
        garbage.putAll(deed.garbage());
        kept.put(Deed.COMMON.hash(), Deed.COMMON);
      }
      for (int number = last.number() + 1; number <= bounds.most()[lane] + 1; number++) {
        assertNothing(store, new Deed(lane, number));
      }
    }
    assertThere(store, kept);
    if (!bounds.collected()) {
      assertThere(store, garbage);
    }
    check(store, kept, garbage);
    return found;
  }

  private static Deed last(Store store, int lane, Ledger.Bounds bounds) {
    Optional<Hash> ref = store.ref(new Deed(lane, 0).ref());
    for (int number = bounds.least()[lane]; number <= bounds.most()[lane]; number++) {
      Deed deed = new Deed(lane, number);
      if (deed.operation().equals(ref.orElse(Hash.ZERO))) {
        return deed;
      }
    }
    throw new AssertionError("lane " + lane + " is at " + ref + ", which is none of " + bounds);
  }

  private static void assertThere(Store store, Map<Hash, Sample> samples) {
    store
        .get(samples.keySet())
        .forEach(
            (hash, answer) ->
                assertTrue(
                    Arrays.equals(
                        samples.get(hash).bytes(),
                        assertInstanceOf(Lookup.Present.class, answer, hash::toString).bytes())));
  }

  private static void assertNothing(Store store, Deed deed) {
    List<Hash> hashes = new ArrayList<>(deed.kept().keySet());
    hashes.addAll(deed.garbage().keySet());
    store
        .get(hashes)
        .values()
        .forEach(answer -> assertInstanceOf(Lookup.Absent.class, answer, "of " + deed));
  }

  private static void check(Store store, Map<Hash, Sample> kept, Map<Hash, Sample> garbage) {
    Map<Hash, ObjectType> told = new HashMap<>();
    store.check(
        false,
        new Inspector() {
          @Override
          public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
            told.put(hash, type);
          }

          @Override
          public void ref(String name, Hash hash) {
            assertTrue(told.containsKey(hash), name + " leads to nothing");
          }

          @Override
          public void problem(Problem problem) {
            throw new AssertionError(problem.toString());
          }
        },
        Progress.NONE,
        Cancellation.none());
    kept.forEach((hash, sample) -> assertEquals(sample.type(), told.remove(hash)));
    told.keySet().removeAll(garbage.keySet());
    assertEquals(Map.of(), told, "nobody wrote these");
  }
}
