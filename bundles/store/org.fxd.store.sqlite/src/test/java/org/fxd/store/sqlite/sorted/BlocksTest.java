package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.fxd.store.sqlite.DamagedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in the file: found, gone through, removed, and refused where they are damaged. */
class BlocksTest {
  @TempDir Path folder;

  private final List<Edit> terms = Entries.terms(5, 20_000);
  private final BlockCache cache = new BlockCache(8 << 20);
  private RunFile file;

  @BeforeEach
  void makeFile() throws Exception {
    file = new RunFile(folder.resolve("file"));
  }

  @AfterEach
  void closeFile() throws Exception {
    file.close();
  }

  @Test
  void theNewestRunIsTheFirst() throws Exception {
    Run one = write(10);
    Run two = write(20);
    Run three = write(30);
    write(Space.OBJECTS, Entries.places(1, 10, 4));
    assertEquals(List.of(three, two, one), file.table.list(Space.INDEX));
    Run merged = file.merge(Space.INDEX, new MergePolicy.Choice(List.of(two, one), true));
    assertTrue(merged.id() > three.id());
    assertEquals(List.of(three, merged), file.table.list(Space.INDEX));
    file.table.remove(merged.id());
    assertEquals(List.of(three), file.table.list(Space.INDEX));
    assertEquals(List.of(), Entries.left(blocks().all(merged)), "its blocks are gone");
  }

  @Test
  void allEntriesAreGoneThrough() throws Exception {
    Run run = write(terms.size());
    assertEquals(Entries.texts(terms), Entries.texts(Entries.left(blocks().all(run))));
    Blocks unkept = Blocks.unkept(file.statements);
    assertEquals(Entries.texts(terms), Entries.texts(Entries.left(unkept.all(run))));
  }

  @Test
  void whereBlocksBeginIsLearntWhenItPays() throws Exception {
    Run run = write(terms.size());
    Blocks blocks = blocks();
    assertNull(cache.fence(run.id()));
    for (Edit term : terms) {
      assertHas(blocks, run, term);
    }
    assertNotNull(cache.fence(run.id()));
    assertEquals(
        Entries.texts(terms.subList(7_000, terms.size())),
        Entries.texts(Entries.left(blocks.from(run, terms.get(7_000).key()))));
    assertNull(blocks.floor(run, new byte[] {'A'}));
    assertNull(blocks.after(run, new byte[] {'U'}, true));
    assertArrayEquals(terms.get(0).key(), blocks.after(run, new byte[0], true).key(0));
  }

  @Test
  void aCacheTooSmallForThatLooksIntoTheFile() throws Exception {
    Run run = write(terms.size());
    BlockCache small = new BlockCache(1_000);
    Blocks blocks = new Blocks(file.statements, small);
    for (Edit term : terms.subList(0, 2_000)) {
      assertHas(blocks, run, term);
    }
    assertNull(small.fence(run.id()));
    assertEquals(0, small.bytes());
  }

  @Test
  void whoGoesThroughAllLeavesTheCacheToOthers() throws Exception {
    Run run = write(terms.size());
    Entries.left(blocks().all(run));
    long blocks = run.bytes() / RunWriter.BLOCK_SIZE;
    assertTrue(blocks > 15, "there are " + blocks);
    assertTrue(cache.bytes() < run.bytes(), cache.bytes() + " are kept");
  }

  @Test
  void damageIsNamed() throws Exception {
    assertDamage("is missing", "DELETE FROM blocks WHERE id > 5");
    assertDamage("begins elsewhere", "UPDATE blocks SET first = x'5400' WHERE id = 5");
    assertDamage("cannot be", "UPDATE blocks SET first = zeroblob(2000) WHERE id = 5");
    assertDamage(
        "behind its end", "UPDATE blocks SET data = CAST(data || x'00' AS BLOB), size = size + 1");
    assertDamage("instead of", "UPDATE blocks SET size = size + 1");
    assertDamage("claims a size", "UPDATE blocks SET size = -1");
    assertDamage("claims 99999999999 bytes", "UPDATE blocks SET size = 99999999999");
    assertDamage("codec 9", "UPDATE blocks SET codec = 9");
    assertDamage("damaged", "UPDATE blocks SET codec = 1");
    assertDamage("ends", "UPDATE blocks SET data = x'', size = 0");
  }

  @Test
  void blocksOutOfOrderAreNoticed() throws Exception {
    Run run = write(terms.size());
    // The last key of a block comes after the first of the next: they overlap.
    byte[] last = terms.get(terms.size() - 1).key();
    List<Edit> overlapping = List.of(terms.get(0), new Edit(last, new byte[0]));
    byte[] data = Entries.block(overlapping);
    var statement =
        file.statements.of(
            "UPDATE blocks SET codec = 0, size = ?, data = ? WHERE run = ? AND first = ?");
    statement.setLong(1, data.length);
    statement.setBytes(2, data);
    statement.setLong(3, run.id());
    statement.setBytes(4, terms.get(0).key());
    assertEquals(1, statement.executeUpdate());
    assertThrows(DamagedException.class, () -> Entries.left(blocks().all(run)));
  }

  @Test
  void rowsThatCannotBeAreRefused() throws Exception {
    write(10);
    file.statements.of("UPDATE runs SET bytes = -1").executeUpdate();
    assertThrows(DamagedException.class, () -> file.table.list(Space.INDEX));
  }

  private void assertDamage(String reason, String sql) throws Exception {
    file.undo();
    Run run = write(terms.size());
    Blocks blocks = blocks();
    // Who knows from before where the blocks begin misses those that are gone.
    for (int i = 0; cache.fence(run.id()) == null; i++) {
      blocks.floor(run, terms.get(i).key());
    }
    file.statements.of(sql).executeUpdate();
    DamagedException failure =
        assertThrows(
            DamagedException.class,
            () -> {
              for (Edit term : terms) {
                blocks.floor(run, term.key());
              }
            },
            sql);
    assertTrue(failure.getMessage().contains(reason), sql + ": " + failure.getMessage());
  }

  private static void assertHas(Blocks blocks, Run run, Edit entry) throws Exception {
    Block block = blocks.floor(run, entry.key());
    int at = block.search(entry.key());
    assertTrue(block.isAt(at, entry.key()));
    assertArrayEquals(entry.value(), block.value(at));
  }

  private Run write(int count) throws Exception {
    return write(Space.INDEX, terms.subList(0, count));
  }

  private Run write(Space space, List<Edit> entries) throws SQLException, DamagedException {
    return file.write(space, new ListCursor(entries));
  }

  private Blocks blocks() {
    return new Blocks(file.statements, cache);
  }
}
