package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** A delta makes of its base what it was made of, and is small where there is much in common. */
class DeltaTest {
  private final DeltaEncoder encoder = new DeltaEncoder();

  @Test
  void anyTwoStringsRoundTrip() {
    Property.seeded(7)
        .runs(500)
        .check(choices -> roundTrip(choices.bytes(100), choices.bytes(100)));
  }

  @Test
  void similarStringsRoundTrip() {
    Property.seeded(8)
        .runs(500)
        .check(
            choices -> {
              byte[] base = Samples.lines(choices.below(50), choices.below(3_000)).bytes();
              roundTrip(base, Similar.to(base, choices));
            });
  }

  @Test
  void repetitiveStringsRoundTrip() {
    Property.seeded(9)
        .runs(500)
        .check(
            choices ->
                roundTrip(
                    repeated(choices.bytes(5), choices.below(500)),
                    repeated(choices.bytes(5), choices.below(500))));
  }

  @Test
  void whatIsEqualTakesThreeBytes() throws DamagedException {
    byte[] text = Samples.lines(1, 50_000).bytes();
    assertEquals(3, roundTrip(text, text).size());
    assertEquals(0, roundTrip(text, new byte[0]).size());
    assertEquals(0, roundTrip(new byte[0], new byte[0]).size());
    assertEquals(text.length + 3, roundTrip(new byte[0], text).size());
  }

  @Test
  void oneEditTakesWhatWasPutInAndAFewBytes() throws DamagedException {
    byte[] text = Samples.lines(1, 50_000).bytes();
    byte[] edited = text.clone();
    byte[] word = "another".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(word, 0, edited, 30_000, word.length);
    assertTrue(roundTrip(text, edited).size() < word.length + 10, "size");
  }

  @Test
  void whatMovedIsCopied() throws DamagedException {
    byte[] text = Samples.noise(1, 50_000).bytes();
    byte[] moved = new byte[text.length];
    System.arraycopy(text, 40_000, moved, 0, 10_000);
    System.arraycopy(text, 0, moved, 10_000, 40_000);
    assertTrue(roundTrip(text, moved).size() < 20, "size");
  }

  @Test
  void anEntryBetweenChangedHashesIsCopied() throws DamagedException {
    byte[] base = Samples.noise(1, 2_000).bytes();
    byte[] changed = base.clone();
    Random random = new Random(2);
    for (int at = 20; at + 32 < changed.length; at += 60) {
      byte[] hash = new byte[32];
      random.nextBytes(hash);
      System.arraycopy(hash, 0, changed, at, 32);
    }
    Delta delta = roundTrip(base, changed);
    assertTrue(delta.literals().length <= 33 * 32 + 2, "literals " + delta.literals().length);
  }

  @Test
  void largeStringsRoundTrip() throws DamagedException {
    byte[] base = Samples.lines(3, 3_000_000).bytes();
    byte[] target = Arrays.copyOfRange(base, 1_000_000, 2_500_000);
    for (int i = 0; i < target.length; i += 10_007) {
      target[i]++;
    }
    assertTrue(roundTrip(base, target).size() < 30_000, "size");
  }

  /** With unbounded chains, or a search that goes back again and again, this would not end. */
  @Test
  void hostileStringsEnd() throws DamagedException {
    byte[] zeros = new byte[4_000_000];
    byte[] nearlyZeros = zeros.clone();
    for (int i = 0; i < nearlyZeros.length; i += 9) {
      nearlyZeros[i] = 1;
    }
    roundTrip(zeros, nearlyZeros);
    roundTrip(nearlyZeros, zeros);
    for (int i = 0; i < nearlyZeros.length; i += 17) {
      nearlyZeros[i] = (byte) (i % 11);
    }
    roundTrip(zeros, nearlyZeros);
    roundTrip(nearlyZeros, zeros);
  }

  private Delta roundTrip(byte[] base, byte[] target) throws DamagedException {
    Delta delta = encoder.encode(base, target);
    assertEquals(target.length, delta.length());
    assertArrayEquals(target, delta.apply(base));
    return delta;
  }

  private static byte[] repeated(byte[] bytes, int times) {
    byte[] repeated = new byte[bytes.length * times];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = bytes[i % bytes.length];
    }
    return repeated;
  }
}
