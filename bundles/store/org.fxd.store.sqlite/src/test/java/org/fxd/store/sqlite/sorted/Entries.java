package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.fxd.store.sqlite.DamagedException;

/** Entries as tests need them. */
final class Entries {
  private Entries() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** An entry; with a null a removal. */
  static Edit edit(String key, String value) {
    return new Edit(bytes(key), value == null ? null : bytes(value));
  }

  /** An entry whose key and value are given in hexadecimal digits. */
  static Edit hex(String key, String value) {
    return new Edit(HexFormat.of().parseHex(key), HexFormat.of().parseHex(value));
  }

  /** Where so many objects are: six bytes of a hash, and a number of some bytes; in order. */
  static List<Edit> places(int seed, int count, int size) {
    Random random = new Random(seed);
    List<Edit> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] key = new byte[6];
      random.nextBytes(key);
      long place = random.nextInt(1 << 22);
      byte[] value = ByteBuffer.allocate(8).putLong(place << 64 - 8 * size).array();
      places.add(new Edit(key, Arrays.copyOf(value, size)));
    }
    places.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
    return places;
  }

  /** So many entries of an index, of a few terms and many units; in order, some removed. */
  static List<Edit> terms(int seed, int count) {
    Random random = new Random(seed);
    List<Edit> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] key = new byte[random.nextInt(8) == 0 ? 22 : 16];
      random.nextBytes(key);
      ByteBuffer start = ByteBuffer.wrap(key).put((byte) 'T');
      start.putShort((short) 7).putInt(random.nextInt(20));
      byte[] value = new byte[random.nextInt(10) == 0 ? 3 : 0];
      terms.add(new Edit(key, random.nextInt(30) == 0 ? null : value));
    }
    return Edit.inOrder(terms);
  }

  static byte[] block(List<Edit> entries) {
    BlockBuilder builder = new BlockBuilder();
    entries.forEach(entry -> builder.add(entry.key(), entry.value()));
    return builder.finish();
  }

  /** Asserts that a block holds just these entries. */
  static void assertHolds(List<Edit> entries, Block block) {
    assertEquals(entries.size(), block.size());
    for (int i = 0; i < entries.size(); i++) {
      assertArrayEquals(entries.get(i).key(), block.key(i));
      assertArrayEquals(entries.get(i).value(), block.value(i));
      assertEquals(entries.get(i).isRemoval(), block.isRemoval(i));
    }
  }

  /** What a cursor has left. */
  static List<Edit> left(EntryCursor cursor) throws DamagedException, SQLException {
    List<Edit> left = new ArrayList<>();
    while (cursor.next()) {
      left.add(new Edit(cursor.key(), cursor.value()));
    }
    return left;
  }

  /** Entries as text that can be compared. */
  static List<String> texts(List<Edit> entries) {
    HexFormat hex = HexFormat.of();
    return entries.stream()
        .map(
            entry ->
                hex.formatHex(entry.key())
                    + (entry.isRemoval() ? " removed" : "=" + hex.formatHex(entry.value())))
        .toList();
  }
}
