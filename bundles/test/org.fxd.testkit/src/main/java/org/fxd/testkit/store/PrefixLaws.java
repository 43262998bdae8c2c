package org.fxd.testkit.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.Test;

/** Objects are found by the first digits of their hashes, wherever they are kept. */
interface PrefixLaws extends CompactionLaws {
  /** No test writes so many. */
  int ALL = 1_000_000;

  @Test
  default void anEmptyStoreHasNothingThatBeginsSo() {
    assertEquals(List.of(), startingWith("0000", ObjectType.NODE, ALL));
    assertEquals(List.of(), startingWith(THREE.hash().toString(), ObjectType.COMMIT, ALL));
  }

  @Test
  default void anyNumberOfDigitsWillDo() {
    write(List.of(ONE, TWO, THREE));
    String digits = THREE.hash().toString();
    for (int length = HashPrefix.FEWEST; length <= digits.length(); length++) {
      String prefix = digits.substring(0, length);
      assertEquals(List.of(THREE.hash()), startingWith(prefix, ObjectType.COMMIT, ALL), prefix);
      char last = prefix.charAt(length - 1);
      String other = prefix.substring(0, length - 1) + (last == '0' ? '1' : '0');
      assertEquals(List.of(), startingWith(other, ObjectType.COMMIT, ALL), other);
    }
  }

  @Test
  default void onlyObjectsOfTheTypeAreFound() {
    List<Sample> samples = new ArrayList<>();
    for (ObjectType type : ObjectType.values()) {
      samples.add(Samples.of(type, "an object"));
    }
    samples.add(Samples.noise(1, 3_000_000));
    write(samples);
    for (int round = 0; round < 2; round++) {
      for (Sample sample : samples) {
        for (ObjectType type : ObjectType.values()) {
          List<Hash> expected = type == sample.type() ? List.of(sample.hash()) : List.of();
          assertEquals(expected, startingWith(sample.hash().toString(), type, ALL));
        }
      }
      collect(samples);
    }
  }

  @Test
  default void allThatBeginSoAreFoundInOrderWhereverTheyAre() {
    List<Sample> gathered = samples("gathered", 3_000);
    List<Sample> single = samples("single", 60);
    write(gathered);
    single.forEach(sample -> write(List.of(sample)));
    List<Sample> all = new ArrayList<>(gathered);
    all.addAll(single);
    assertFound(all, all);
    collect(all);
    assertFound(all, all);
    List<Sample> more = samples("more", 60);
    more.forEach(sample -> write(List.of(sample)));
    all.addAll(more);
    write(all.subList(0, 100)); // there already, and not there twice
    assertFound(all, all);
    if (lasts()) {
      reopen();
      assertFound(all, all);
    }
    collect(all.subList(0, 1_000));
    assertFound(all.subList(0, 1_000), all);
  }

  private static List<Sample> samples(String what, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ObjectType type = i % 3 == 0 ? ObjectType.NODE : ObjectType.COMMIT;
      samples.add(Samples.of(type, what + i));
    }
    return samples;
  }

  /** Asserts that for the first digits of each of all, those are found that are there. */
  private void assertFound(List<Sample> there, List<Sample> all) {
    Map<String, List<Hash>> expected = new HashMap<>();
    for (Sample sample : all) {
      expected.putIfAbsent(brief(sample), new ArrayList<>());
    }
    for (Sample sample : there) {
      if (sample.type() == ObjectType.COMMIT) {
        expected.get(brief(sample)).add(sample.hash());
      }
    }
    int alike = 0;
    for (Map.Entry<String, List<Hash>> one : expected.entrySet()) {
      List<Hash> sorted = one.getValue().stream().sorted().toList();
      alike = Math.max(alike, sorted.size());
      assertEquals(sorted, startingWith(one.getKey(), ObjectType.COMMIT, ALL), one.getKey());
      assertEquals(
          sorted.stream().limit(1).toList(), startingWith(one.getKey(), ObjectType.COMMIT, 1));
    }
    assertTrue(alike > 1 || there.size() < all.size(), "some begin alike, or nothing is tested");
  }

  private static String brief(Sample sample) {
    return sample.hash().toString().substring(0, HashPrefix.FEWEST);
  }

  private List<Hash> startingWith(String digits, ObjectType type, int most) {
    return store().startingWith(new HashPrefix(digits), type, most);
  }
}
