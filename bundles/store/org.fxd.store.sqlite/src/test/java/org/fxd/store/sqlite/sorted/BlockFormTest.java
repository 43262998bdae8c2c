package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What is written as a block is read from it, and found in it. */
class BlockFormTest {
  @Test
  void anyEntriesComeBack() {
    Property.seeded(21)
        .check(
            choices -> {
              List<Edit> entries = Edit.inOrder(entries(choices));
              Block block = BlockForm.read(Entries.block(entries), Space.INDEX);
              Entries.assertHolds(entries, block);
              for (int i = 0; i < 10; i++) {
                byte[] key = key(choices);
                int at = block.search(key);
                assertEquals(lowest(entries, key), at);
                boolean isThere = at < entries.size() && Arrays.equals(key, entries.get(at).key());
                assertEquals(isThere, at < block.size() && block.isAt(at, key));
              }
            });
  }

  @Test
  void keysThatRepeatComeBack() throws DamagedException {
    List<Edit> entries = new ArrayList<>();
    for (String key : List.of("a", "a", "ab", "ab", "ab", "b")) {
      entries.add(Entries.edit(key, "value " + entries.size()));
    }
    Block block = BlockForm.read(Entries.block(entries), Space.OBJECTS);
    Entries.assertHolds(entries, block);
    assertEquals(2, block.search(Entries.bytes("ab")));
    assertEquals(5, block.search(Entries.bytes("ac")));
  }

  @Test
  void oneKeyManyTimesComesBack() throws DamagedException {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      entries.add(Entries.edit("key", Integer.toString(i)));
    }
    Block block = BlockForm.read(Entries.block(entries), Space.OBJECTS);
    Entries.assertHolds(entries, block);
    assertEquals(0, block.search(Entries.bytes("key")));
  }

  @Test
  void numbersOfAllSizesComeBack() throws DamagedException {
    for (int size = 0; size <= 9; size++) {
      for (byte high : new byte[] {0, 1, -1}) {
        List<Edit> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
          byte[] value = new byte[size];
          if (size > 0) {
            value[0] = high;
            value[size - 1] = (byte) (i * 31);
          }
          entries.add(new Edit(new byte[] {(byte) i}, value));
        }
        Entries.assertHolds(entries, BlockForm.read(Entries.block(entries), Space.OBJECTS));
      }
    }
  }

  @Test
  void theLongestKeysAndTheLargestValueComeBack() throws DamagedException {
    byte[] key = new byte[Edit.MAX_KEY];
    byte[] next = key.clone();
    next[Edit.MAX_KEY - 1] = 1;
    List<Edit> entries =
        List.of(
            new Edit(new byte[] {0}, null),
            new Edit(key, new byte[Edit.MAX_VALUE]),
            new Edit(next, new byte[] {7}));
    Entries.assertHolds(entries, BlockForm.read(Entries.block(entries), Space.INDEX));
  }

  @Test
  void whatIsLikeTheNextCostsLittle() {
    int places = Entries.block(Entries.places(1, 1_000, 4)).length;
    assertTrue(places < 9_000, "1,000 places take " + places);
    int terms = Entries.block(Entries.terms(1, 1_000)).length;
    assertTrue(terms < 11_500, "1,000 terms take " + terms);
  }

  /** The form is a part of the format: a file of today is read tomorrow. */
  @Test
  void theFormIsThatOfTheFormat() {
    assertForm(
        List.of(
            Entries.edit("TERM1", ""),
            Entries.edit("TERM12", null),
            Entries.edit("TERM2", "value")),
        "03", // entries
        "04 5445524d", // all begin with TERM
        "01 01 02", // the lengths of what follows: 1 + 0, 1 + 1, 1 + 0, in a bit each
        "00 01 01", // what is shared of that: 0 + 1, 0 + 0
        "00 03 8101", // sizes, in three bits each: 0 + 1, 0 + 0, 0 + 6
        "31 32 32", // 1, (1)2, 2
        "00 76616c7565"); // bytes: value
    assertForm(
        List.of(
            Entries.hex("aa0001", "0102"),
            Entries.hex("aa0001", "0101"),
            Entries.hex("aa0081", "0104")),
        "03", // entries
        "02 aa00", // all begin with aa 00
        "01 00", // the lengths of what follows: always 1
        "00 01 01", // what is shared of that: 0 + 1, 0 + 0
        "03 00", // sizes: always 3, which is 2 and 1 for not being removed
        "01 81", // (aa 00) 01, (aa 00 01), (aa 00) 81
        "01 8102 02 31"); // numbers, in two bits each: 0101 + 1, 0101 + 0, 0101 + 3
  }

  private static void assertForm(List<Edit> entries, String... parts) {
    assertEquals(
        String.join("", parts).replace(" ", ""), HexFormat.of().formatHex(Entries.block(entries)));
  }

  private static int lowest(List<Edit> entries, byte[] key) {
    int at = 0;
    while (at < entries.size() && Arrays.compareUnsigned(entries.get(at).key(), key) < 0) {
      at++;
    }
    return at;
  }

  private static List<Edit> entries(Choices choices) {
    List<Edit> entries = new ArrayList<>();
    byte[] start = choices.chance(50) ? choices.bytes(20) : new byte[0];
    for (int left = choices.between(1, choices.pick(List.of(2, 20, 400))); left > 0; left--) {
      byte[] rest = key(choices);
      byte[] key = Arrays.copyOf(start, start.length + rest.length);
      System.arraycopy(rest, 0, key, start.length, rest.length);
      entries.add(
          new Edit(
              key,
              choices.chance(20) ? null : choices.chance(50) ? new byte[0] : choices.bytes(20)));
    }
    return entries;
  }

  private static byte[] key(Choices choices) {
    byte[] key = new byte[choices.between(1, choices.pick(List.of(4, 12, 30)))];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) choices.below(i % 3 == 0 ? 3 : 256);
    }
    return key;
  }
}
