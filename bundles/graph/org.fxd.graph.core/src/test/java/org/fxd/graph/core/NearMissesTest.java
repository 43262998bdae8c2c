package org.fxd.graph.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.fxd.graph.api.error.NearMisses;
import org.junit.jupiter.api.Test;

/** The API has no tests of its own. */
class NearMissesTest {
  @Test
  void countsEditsAndSwaps() {
    assertEquals(0, NearMisses.distance("abc", "abc"));
    assertEquals(0, NearMisses.distance("abc", "ABC"));
    assertEquals(1, NearMisses.distance("abc", "acb"));
    assertEquals(1, NearMisses.distance("abc", "abd"));
    assertEquals(3, NearMisses.distance("", "abc"));
    assertEquals(3, NearMisses.distance("kitten", "sitting"));
  }

  @Test
  void findsWhatWasMeantTheNearestFirst() {
    List<String> names = List.of("fxd:commit", "fxd:close", "node:cat", "fxd:commits");
    assertEquals(List.of("fxd:commit", "fxd:commits"), NearMisses.of("fxd:comit", names, 9));
    assertEquals(List.of("fxd:commit"), NearMisses.of("fxd:comit", names, 1));
    assertEquals(List.of("fxd:close"), NearMisses.of("fdx:close", names, 1));
    assertEquals(List.of(), NearMisses.of("something", names, 9));
    assertEquals(List.of(), NearMisses.of("x", List.of(), 9));
  }
}
