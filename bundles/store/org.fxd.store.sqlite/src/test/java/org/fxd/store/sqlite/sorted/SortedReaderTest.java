package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.store.api.IndexReader;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.store.sqlite.sorted.SortedReader.Asking;
import org.fxd.store.sqlite.sorted.SortedReader.Question;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the index answers. */
class SortedReaderTest {
  private static final byte[] END = {};

  @TempDir Path folder;

  private RunFile file;
  private Overlay overlay = Overlay.EMPTY;

  @BeforeEach
  void makeFile() throws Exception {
    file = new RunFile(folder.resolve("file"));
  }

  @AfterEach
  void closeFile() throws Exception {
    file.close();
  }

  @Test
  void nothingHasNothing() throws Exception {
    IndexReader reader = reader();
    assertEquals(Optional.empty(), reader.get(Entries.bytes("a")));
    assertTrue(reader.scan(END, END, (key, value) -> false));
  }

  @Test
  void whatIsNewerHidesWhatIsOlder() throws Exception {
    run(Entries.edit("a", "old"), Entries.edit("b", "old"), Entries.edit("c", "old"));
    run(Entries.edit("b", null), Entries.edit("c", "newer"), Entries.edit("d", "newer"));
    overlay = overlay.with(List.of(Entries.edit("b", "new"), Entries.edit("d", null)));
    assertEquals(List.of("a=old", "b=new", "c=newer"), scan("", ""));
    assertEquals(List.of("b=new"), scan("aa", "c"));
    IndexReader reader = reader();
    assertArrayEquals(Entries.bytes("newer"), reader.get(Entries.bytes("c")).orElseThrow());
    assertEquals(Optional.empty(), reader.get(Entries.bytes("d")));
    overlay = overlay.with(List.of(Entries.edit("b", null)));
    assertEquals(List.of("a=old", "c=newer"), scan("", ""));
  }

  @Test
  void removalsEndWhenThereIsNothingOlder() throws Exception {
    run(Entries.edit("a", "old"), Entries.edit("b", "old"));
    run(Entries.edit("a", null), Entries.edit("x", null));
    run(Entries.edit("c", "new"), Entries.edit("y", null));
    List<Run> runs = file.table.list(Space.INDEX);
    Run two = file.merge(Space.INDEX, new MergePolicy.Choice(runs.subList(0, 2), false));
    assertEquals(4, two.entries());
    assertEquals(List.of("b=old", "c=new"), scan("", ""));
    Run one = file.merge(Space.INDEX, MergePolicy.all(file.table.list(Space.INDEX)));
    assertEquals(2, one.entries());
    assertEquals(List.of("b=old", "c=new"), scan("", ""));
  }

  @Test
  void aVisitorMayAskAndStopAnywhere() throws Exception {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      entries.add(Entries.edit(String.format("%05d", i), "value " + i));
    }
    run(entries.toArray(Edit[]::new));
    overlay = overlay.with(List.of(Entries.edit("00003", "new")));
    IndexReader reader = reader();
    for (int stop : List.of(0, 1, 15, 16, 17, 79, 80, 81, 1_000, 4_999)) {
      int[] told = {0};
      boolean whole =
          reader.scan(
              END,
              END,
              (key, value) -> {
                assertArrayEquals(value, reader.get(key).orElseThrow());
                if (told[0] % 1_000 == 0) {
                  assertFalse(reader.scan(key, END, (other, any) -> false));
                }
                return told[0]++ < stop;
              });
      assertFalse(whole);
      assertEquals(stop + 1, told[0]);
    }
    int[] told = {0};
    assertTrue(reader.scan(END, END, (key, value) -> ++told[0] > 0));
    assertEquals(5_000, told[0]);
    assertEquals(List.of(), scan("00010", "00010"));
    assertEquals(List.of(), scan("00010", "00001"));
  }

  @Test
  void whatIsHeldToAskIsNotHeldToTell() throws Exception {
    List<Edit> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      entries.add(Entries.edit("key " + (100 + i), "v".repeat(10_000)));
    }
    run(entries.toArray(Edit[]::new));
    boolean[] held = {false};
    Asking asking =
        new Asking() {
          @Override
          public <T> T ask(Question<T> question) {
            assertFalse(held[0]);
            held[0] = true;
            try {
              return RunFile.asking().ask(question);
            } finally {
              held[0] = false;
            }
          }
        };
    int[] told = {0};
    SortedReader reader =
        new SortedReader(file.entries(Space.INDEX, overlay, new BlockCache(0)), asking);
    reader.scan(END, END, (key, value) -> !held[0] && ++told[0] > 0);
    assertEquals(100, told[0]);
  }

  @Test
  void whatCannotBeAskedIsSaid() throws Exception {
    run(Entries.edit("a", "b"));
    file.statements.of("UPDATE blocks SET data = x'00'").executeUpdate();
    Asking asking =
        new Asking() {
          @Override
          public <T> T ask(Question<T> question) {
            assertThrows(DamagedException.class, question::ask);
            throw new IllegalStateException("said");
          }
        };
    SortedReader reader =
        new SortedReader(file.entries(Space.INDEX, overlay, new BlockCache(0)), asking);
    assertThrows(IllegalStateException.class, () -> reader.get(new byte[] {'a'}));
    assertThrows(IllegalStateException.class, () -> reader.scan(END, END, (a, b) -> true));
  }

  private void run(Edit... entries) throws Exception {
    file.write(Space.INDEX, new ListCursor(List.of(entries)));
  }

  private IndexReader reader() throws Exception {
    return new SortedReader(
        file.entries(Space.INDEX, overlay, new BlockCache(1 << 20)), RunFile.asking());
  }

  private List<String> scan(String from, String to) throws Exception {
    List<String> found = new ArrayList<>();
    reader()
        .scan(
            Entries.bytes(from),
            Entries.bytes(to),
            (key, value) -> found.add(Entries.text(key) + "=" + Entries.text(value)));
    return found;
  }
}
