package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.sorted.RunWriter.BuiltBlock;
import org.fxd.store.sqlite.sorted.RunWriter.Totals;
import org.junit.jupiter.api.Test;

/** How entries are cut into blocks. */
class RunWriterTest {
  private final List<BuiltBlock> blocks = new ArrayList<>();

  @Test
  void blocksFillTheirPages() throws Exception {
    for (Space space : Space.values()) {
      blocks.clear();
      List<Edit> entries =
          space.repeats() ? Entries.places(1, 20_000, 4) : Entries.terms(1, 20_000);
      Totals totals = write(space, entries);
      assertHolds(space, entries, totals);
      for (BuiltBlock block : blocks.subList(0, blocks.size() - 1)) {
        long size = block.data().size() + block.first().length;
        assertTrue(size > 4_010 && size <= RunWriter.BLOCK_SIZE, "a block of " + size);
      }
    }
  }

  @Test
  void noEntriesMakeNoBlock() throws SQLException {
    assertEquals(new Totals(0, 0, 0), new RunWriter(Space.INDEX, blocks::add).finish());
    assertEquals(List.of(), blocks);
  }

  @Test
  void aLargeValueStandsAlone() throws Exception {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      byte[] value = new byte[i % 10 == 5 ? 100_000 : 20];
      Arrays.fill(value, (byte) i);
      entries.add(new Edit(new byte[] {(byte) i}, value));
    }
    Totals totals = write(Space.INDEX, entries);
    assertHolds(Space.INDEX, entries, totals);
    assertEquals(21, totals.blocks());
    assertTrue(totals.bytes() < 100_000, "what is all the same is compressed");
  }

  @Test
  void keysThatAreAlikeDoNotGrowWhenTheyAreRead() throws Exception {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      byte[] key = new byte[Edit.MAX_KEY];
      ByteBuffer.wrap(key).putInt(Edit.MAX_KEY - 4, i);
      entries.add(new Edit(key, new byte[0]));
    }
    Totals totals = write(Space.INDEX, entries);
    assertHolds(Space.INDEX, entries, totals);
    for (BuiltBlock block : blocks) {
      assertTrue(block.entries() <= RunWriter.KEY_BYTES / Edit.MAX_KEY);
    }
  }

  @Test
  void theEntriesOfAKeyStandInOneBlock() throws Exception {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      byte[] key = {(byte) (i / 1_500)};
      entries.add(new Edit(key, ByteBuffer.allocate(12).putInt(i).array()));
    }
    Totals totals = write(Space.OBJECTS, entries);
    assertHolds(Space.OBJECTS, entries, totals);
    assertEquals(List.of(1_500, 1_500, 1_000), blocks.stream().map(BuiltBlock::entries).toList());
  }

  @Test
  void whatComesTooOftenIsRefused() throws SQLException {
    RunWriter writer = new RunWriter(Space.OBJECTS, blocks::add);
    for (int i = 0; i < BlockForm.MOST_ENTRIES; i++) {
      writer.add(new Edit(new byte[] {1}, new byte[0]));
    }
    assertThrows(
        IllegalArgumentException.class, () -> writer.add(new Edit(new byte[] {1}, new byte[0])));
    RunWriter large = new RunWriter(Space.OBJECTS, blocks::add);
    large.add(new Edit(new byte[] {1}, new byte[Edit.MAX_VALUE]));
    assertThrows(
        IllegalArgumentException.class,
        () -> large.add(new Edit(new byte[] {1}, new byte[Edit.MAX_VALUE])));
  }

  @Test
  void whatIsNotInOrderIsRefused() throws SQLException {
    for (Space space : Space.values()) {
      RunWriter writer = new RunWriter(space, blocks::add);
      writer.add(Entries.edit("b", ""));
      assertThrows(IllegalArgumentException.class, () -> writer.add(Entries.edit("a", "")));
    }
    RunWriter index = new RunWriter(Space.INDEX, blocks::add);
    index.add(Entries.edit("a", "1"));
    assertThrows(IllegalArgumentException.class, () -> index.add(Entries.edit("a", "2")));
    RunWriter objects = new RunWriter(Space.OBJECTS, blocks::add);
    assertThrows(IllegalArgumentException.class, () -> objects.add(Entries.edit("a", null)));
  }

  private Totals write(Space space, List<Edit> entries) throws SQLException, DamagedException {
    RunWriter writer = new RunWriter(space, blocks::add);
    writer.addAll(new ListCursor(entries));
    return writer.finish();
  }

  private void assertHolds(Space space, List<Edit> entries, Totals totals) throws DamagedException {
    int at = 0;
    long bytes = 0;
    for (BuiltBlock built : blocks) {
      Block block = BlockForm.read(Codec.unpack(built.data()), space);
      Entries.assertHolds(entries.subList(at, at + built.entries()), block);
      assertArrayEquals(built.first(), block.key(0));
      assertArrayEquals(built.last(), block.key(block.size() - 1));
      at += built.entries();
      bytes += built.data().data().length;
    }
    assertEquals(new Totals(entries.size(), blocks.size(), bytes), totals);
    assertEquals(entries.size(), at);
  }
}
