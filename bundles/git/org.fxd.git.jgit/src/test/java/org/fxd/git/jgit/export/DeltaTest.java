package org.fxd.git.jgit.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class DeltaTest {
  @Test
  void whatIsTakenApartComesTogether() {
    Property.seeded(1)
        .runs(2_000)
        .check(
            choices -> {
              byte[] base = choices.bytes(400);
              byte[] next = base.clone();
              for (int left = choices.below(4); left > 0 && next.length > 0; left--) {
                next[choices.below(next.length)] = (byte) choices.below(256);
              }
              next = Arrays.copyOf(next, choices.below(next.length + 50));
              assertArrayEquals(next, Delta.applied(base, Delta.between(base, next)));
            });
  }

  @Test
  void largeObjectsAreCopiedInPieces() {
    byte[] base = new byte[40 << 20];
    base[20 << 20] = 1;
    byte[] next = base.clone();
    next[20 << 20] = 2;
    byte[] delta = Delta.between(base, next);
    assertTrue(delta.length < 100, "a few copies");
    assertArrayEquals(next, Delta.applied(base, delta));
  }
}
