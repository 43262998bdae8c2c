package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.fxd.store.sqlite.DamagedException;
import org.junit.jupiter.api.Test;

/** Whatever stands where a block should: it is refused, or it is a block of which all holds. */
class HostileBlockTest {
  private static final int ROUNDS = 30_000;

  @Test
  void changedBlocksAreRefusedOrWhole() {
    Random random = new Random(77);
    List<byte[]> blocks =
        List.of(
            Entries.block(Entries.terms(1, 60)),
            Entries.block(Entries.terms(2, 3)),
            Entries.block(Entries.places(3, 60, 4)),
            Entries.block(Entries.places(4, 10, 8)),
            Entries.block(List.of(Entries.edit("key", null))));
    int refused = 0;
    for (int i = 0; i < ROUNDS; i++) {
      byte[] block = blocks.get(random.nextInt(blocks.size())).clone();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        // Most of what is of interest stands at the beginning.
        int bound = random.nextBoolean() ? Math.min(block.length, 24) : block.length;
        block[random.nextInt(bound)] = (byte) random.nextInt();
      }
      if (random.nextInt(5) == 0) {
        block = Arrays.copyOf(block, random.nextInt(2 * block.length));
      }
      refused += read(block, random.nextBoolean() ? Space.INDEX : Space.OBJECTS) ? 0 : 1;
    }
    assertTrue(refused > ROUNDS / 4, "only " + refused + " were refused");
    assertTrue(refused < ROUNDS, "nothing was read");
  }

  @Test
  void noiseIsRefusedOrWhole() {
    Random random = new Random(78);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      if (random.nextBoolean()) {
        // Small numbers are more likely to be taken for something.
        for (int at = 0; at < noise.length; at++) {
          noise[at] &= 3;
        }
      }
      read(noise, random.nextBoolean() ? Space.INDEX : Space.OBJECTS);
    }
  }

  @Test
  void eachLieIsRefused() {
    assertRefused("ends within a number", "");
    assertRefused("ends within a number", "80");
    assertRefused("number without an end", "ffffffffffffffffffff01");
    assertRefused("is empty", "00 00 00 00 00 00 00 00 00");
    assertRefused("is most", "81 80 04 00"); // 65,537 entries
    assertRefused("is most", "01 81 08"); // a prefix of 1,025 bytes
    assertRefused("bytes early", "01 05 41 42");
    assertRefused("is most", "01 01 41 80 08 00 01 00"); // a key of 1 + 1,024 bytes
    assertRefused("is most", "02 00 01 39 00"); // numbers of 57 bits
    assertRefused("empty key", "01 00 00 00 01 00 00");
    assertRefused("more of a key than there is", "02 00 01 00 02 00 01 00 41 00");
    assertRefused("more than", "80 80 04 00 08 00 00 00 01 00"); // keys of 512 KiB
    assertRefused("bytes early", "02 00 01 00 00 00 01 00 41");
    assertRefused("is most", "01 01 41 00 00 82 80 80 08 00"); // a value of 16 MiB and one byte
    assertRefused("more than", "01 01 41 00 00 09 00 00 76 61"); // a value of 8 bytes, of which 2
    assertRefused("is most", "01 01 41 00 00 01 00 02"); // another form of values
    assertRefused("does not tell the size", "01 01 41 00 00 01 00 01 00 00");
    assertRefused("is most", "01 01 41 00 00 02 00 01 80 02 00"); // 256 in one byte
    assertRefused("behind its end", "01 01 41 00 00 01 00 00 00");
  }

  @Test
  void whatIsNotInOrderIsRefused() {
    assertRefused("not in order", "02 00 01 00 00 00 01 00 42 41 00"); // B, A
    assertRefused("not in order", "02 00 01 00 00 00 01 00 41 41 00"); // A, A, not as shared
    assertRefused("not in order", "02 00 01 00 01 00 01 00 41 00"); // A, A
    assertRefused("not in order", "02 00 01 01 01 01 00 01 00 41 42 00"); // AB, A
  }

  @Test
  void whereKeysRepeatTheyMayAndNothingIsRemoved() throws DamagedException {
    byte[] twice = HexFormat.of().parseHex("0200010001000100" + "4100");
    assertEquals(2, BlockForm.read(twice, Space.OBJECTS).size());
    byte[] removal = Entries.block(List.of(Entries.edit("key", null)));
    assertNotNull(BlockForm.read(removal, Space.INDEX));
    assertThrows(DamagedException.class, () -> BlockForm.read(removal, Space.OBJECTS));
  }

  private static void assertRefused(String reason, String hex) {
    byte[] block = HexFormat.of().parseHex(hex.replace(" ", ""));
    DamagedException failure =
        assertThrows(DamagedException.class, () -> BlockForm.read(block, Space.INDEX), hex);
    assertTrue(failure.getMessage().contains(reason), hex + ": " + failure.getMessage());
  }

  /** Reads a block and all that is in it; false if it is refused. */
  private static boolean read(byte[] bytes, Space space) {
    Block block;
    try {
      block = BlockForm.read(bytes, space);
    } catch (DamagedException e) {
      return false;
    }
    byte[] before = new byte[0];
    for (int i = 0; i < block.size(); i++) {
      byte[] key = block.key(i);
      assertTrue(key.length >= 1 && key.length <= Edit.MAX_KEY);
      int order = Arrays.compareUnsigned(before, key);
      assertTrue(order < 0 || order == 0 && space.repeats());
      assertEquals(block.isRemoval(i), block.value(i) == null);
      int at = block.search(key);
      assertTrue(at <= i && block.isAt(at, key));
      before = key;
    }
    return true;
  }
}
