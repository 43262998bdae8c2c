package org.fxd.graph.core.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import org.fxd.graph.api.Hash;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** A hash is its 32 bytes, however it keeps them. */
class HashTest {
  private static byte[] bytes(Choices choices) {
    byte[] bytes = new byte[Hash.LENGTH];
    for (int i = choices.below(40); i > 0; i--) {
      bytes[choices.below(bytes.length)] = (byte) choices.below(256);
    }
    return bytes;
  }

  @Test
  void itIsItsBytes() {
    Property.seeded(2)
        .runs(500)
        .check(
            choices -> {
              byte[] bytes = bytes(choices);
              byte[] other = bytes(choices);
              Hash hash = Hash.of(bytes);
              assertArrayEquals(bytes, hash.bytes());
              assertEquals(HexFormat.of().formatHex(bytes), hash.toString());
              assertEquals(hash.toString().substring(0, 10), hash.brief());
              assertEquals(hash, Hash.parse(hash.toString()));
              assertEquals(hash.hashCode(), Hash.of(bytes.clone()).hashCode());
              byte[] target = new byte[40];
              hash.copyTo(target, 5);
              assertEquals(hash, Hash.of(target, 5, Hash.LENGTH));
              assertEquals(Arrays.equals(bytes, other), hash.equals(Hash.of(other)));
              assertEquals(
                  Integer.signum(Arrays.compareUnsigned(bytes, other)),
                  Integer.signum(hash.compareTo(Hash.of(other))));
            });
  }

  @Test
  void ofContentIsTheSha256() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        Hash.ofContent(new byte[0]).toString());
    assertNotEquals(Hash.ZERO, Hash.ofContent(new byte[0]));
    assertEquals("0".repeat(64), Hash.ZERO.toString());
  }

  @Test
  void whatIsNoHashIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[40], 20, 32));
    assertThrows(IllegalArgumentException.class, () -> Hash.parse("00"));
    assertThrows(IllegalArgumentException.class, () -> Hash.parse("x".repeat(64)));
    assertThrows(IndexOutOfBoundsException.class, () -> Hash.ZERO.copyTo(new byte[40], 20));
  }
}
