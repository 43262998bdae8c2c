package org.fxd.source.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.source.api.scan.Region;
import org.fxd.source.core.Sample;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Regions there and back; and hints that somebody made on purpose, with the right hash. */
class RegionHintTest {
  private static final int LENGTH = 100;
  private static final Hash CONTENT = Hash.ofContent(new byte[LENGTH]);
  private static final String FINDER = "toy@1";

  private static byte[] hint(List<Region> regions) {
    return RegionHint.of(new Found(regions, FINDER), CONTENT, "toy");
  }

  private static Optional<List<Region>> read(byte[] hint) {
    return RegionHint.read(hint, CONTENT, "toy", FINDER, LENGTH);
  }

  private static List<Region> regions(Choices choices, int from, int to, int depth) {
    List<Region> regions = new ArrayList<>();
    int position = from;
    while (position < to && choices.chance(70)) {
      int start = choices.between(position, to - 1);
      int end = choices.between(start + 1, to);
      List<Region> inner = depth > 5 ? List.of() : regions(choices, start, end, depth + 1);
      String type = choices.pick(List.of("method", "class", "field"));
      regions.add(new Region(type, choices.text(6).replace("\0", ""), start, end, inner));
      position = end;
    }
    return regions;
  }

  @Test
  void thereAndBack() {
    Property.seeded(45)
        .runs(500)
        .check(
            choices -> {
              List<Region> regions = regions(choices, 0, LENGTH, 0);
              assertEquals(Optional.of(regions), read(hint(regions)));
            });
  }

  @Test
  void whatIsNotForThisIsNotRead() {
    byte[] hint = hint(List.of(new Region("t", "x", 0, 9, List.of())));
    assertTrue(read(hint).isPresent());
    assertTrue(RegionHint.read(hint, Hash.ZERO, "toy", FINDER, LENGTH).isEmpty());
    assertTrue(RegionHint.read(hint, CONTENT, "tay", FINDER, LENGTH).isEmpty());
    assertTrue(RegionHint.read(hint, CONTENT, "toy", "toy@2", LENGTH).isEmpty());
    assertTrue(RegionHint.read(hint, CONTENT, "toy", "", LENGTH).isEmpty());
    assertTrue(RegionHint.read(hint, CONTENT, "toy", FINDER, 8).isEmpty());
    assertTrue(read(new byte[0]).isEmpty());
    assertTrue(read(Arrays.copyOf(hint, 9)).isEmpty());
    for (int i = 0; i < hint.length; i++) {
      byte[] flipped = hint.clone();
      flipped[i] ^= 4;
      assertTrue(read(flipped).isEmpty(), "byte " + i);
    }
  }

  @Test
  void aForgedHintIsCheckedAsAScannerIs() {
    byte[] honest = hint(List.of(new Region("t", "x", 3, 9, List.of())));
    Property.seeded(46)
        .runs(20_000)
        .check(
            choices -> {
              byte[] body =
                  choices.chance(50)
                      ? choices.bytes(30)
                      : mutated(choices, Arrays.copyOfRange(honest, 9, honest.length));
              read(forged(body))
                  .ifPresent(
                      regions ->
                          assertEquals(Optional.empty(), RegionCheck.fault(regions, LENGTH)));
            });
  }

  @Test
  void aForgedHintCannotBeLargeOrDeep() {
    assertTrue(read(forged(new byte[] {-1, -1, -1, 127})).isEmpty());
    assertTrue(read(forged(new byte[] {1, -1, -1, -1, 127})).isEmpty());
    ByteBuffer deep = ByteBuffer.allocate(100_000).put(new byte[] {1, 1, 't', 1});
    while (deep.hasRemaining()) {
      deep.put(new byte[] {0, 0, 0, 9, 1}, 0, Math.min(5, deep.remaining()));
    }
    assertTrue(read(forged(deep.array())).isEmpty());
  }

  private static byte[] mutated(Choices choices, byte[] body) {
    byte[] mutated = Arrays.copyOf(body, body.length + choices.below(3));
    for (int left = choices.between(1, 4); left > 0; left--) {
      mutated[choices.below(mutated.length)] = (byte) choices.below(256);
    }
    return mutated;
  }

  private static byte[] forged(byte[] body) {
    MessageDigest digest = Hash.newDigest();
    digest.update(CONTENT.bytes());
    for (String text : List.of("toy", FINDER)) {
      digest.update(ByteBuffer.allocate(4).putInt(text.length()).array());
      digest.update(Sample.bytes(text));
    }
    byte[] check = Arrays.copyOf(digest.digest(body), 8);
    return ByteBuffer.allocate(9 + body.length).put((byte) 1).put(check).put(body).array();
  }
}
