package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** What is encoded is decoded, and what was tampered with is refused without harm. */
class CodecTest {
  @Test
  void everyCodecGivesBackWhatItTook() throws DamagedException {
    for (int size : new int[] {500, 1_000, 100_000, 1 << 20}) {
      byte[] content = Samples.lines(size, size).bytes();
      for (Codec codec : Codec.values()) {
        byte[] data = codec.encode(content);
        assertTrue(codec == Codec.RAW || data.length < content.length, codec + " " + size);
        assertArrayEquals(
            content, Codec.unpack(new Encoded(codec.code(), content.length, data)), codec + "");
      }
    }
  }

  @Test
  void theNumbersAreThoseOfTheFormat() {
    assertEquals(0, Codec.RAW.code());
    assertEquals(1, Codec.DEFLATE.code());
    assertEquals(2, Codec.ZSTD.code());
  }

  @Test
  void whatDoesNotGetSmallerStaysAsItIs() {
    byte[] noise = Samples.noise(1, 10_000).bytes();
    assertEquals(Codec.RAW.code(), Codec.pack(noise).codec());
    assertEquals(Codec.RAW.code(), Codec.pack(new byte[0]).codec());
    assertEquals(Codec.RAW.code(), Codec.pack(new byte[20]).codec());
  }

  @Test
  void aWrongSizeIsNoticed() {
    byte[] content = Samples.lines(7, 10_000).bytes();
    for (Codec codec : Codec.values()) {
      byte[] data = codec.encode(content);
      for (long size : new long[] {0, 1, 9_999, 10_001, 1 << 25, -1, Long.MAX_VALUE, 1L << 33}) {
        assertThrows(
            DamagedException.class,
            () -> Codec.unpack(new Encoded(codec.code(), size, data)),
            codec + " " + size);
      }
    }
  }

  @Test
  void aBombDoesNotGrow() {
    byte[] bomb = Codec.ZSTD.encode(new byte[Codec.MAX_SIZE]);
    assertTrue(bomb.length < 10_000, "a bomb is small: " + bomb.length);
    assertThrows(DamagedException.class, () -> Codec.unpack(new Encoded(2, 1_000, bomb)));
    assertThrows(
        DamagedException.class, () -> Codec.unpack(new Encoded(2, Codec.MAX_SIZE + 1L, bomb)));
    byte[] deflated = Codec.DEFLATE.encode(new byte[1 << 22]);
    assertThrows(DamagedException.class, () -> Codec.unpack(new Encoded(1, 1_000, deflated)));
  }

  @Test
  void whatIsDamagedFailsOrDecodesToTheRightLength() {
    Random random = new Random(99);
    byte[] content = Samples.lines(7, 5_000).bytes();
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      Codec codec = i % 2 == 0 ? Codec.DEFLATE : Codec.ZSTD;
      byte[] data = codec.encode(content);
      for (int change = random.nextInt(4); change >= 0; change--) {
        data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
      }
      if (random.nextInt(4) == 0) {
        data = Arrays.copyOf(data, random.nextInt(data.length));
      }
      try {
        byte[] decoded = Codec.unpack(new Encoded(codec.code(), content.length, data));
        assertEquals(content.length, decoded.length);
      } catch (DamagedException e) {
        refused++;
      }
    }
    assertTrue(refused > 2_000, "only " + refused + " were refused");
  }

  @Test
  void anUnknownCodecIsNamed() {
    DamagedException failure =
        assertThrows(DamagedException.class, () -> Codec.unpack(new Encoded(9, 1, new byte[] {1})));
    assertTrue(failure.getMessage().contains("codec 9"), failure.getMessage());
    assertThrows(DamagedException.class, () -> Codec.unpack(new Encoded(0, 1, null)));
  }
}
