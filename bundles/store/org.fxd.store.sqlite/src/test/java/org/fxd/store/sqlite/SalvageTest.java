package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.DamagedStoreException;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands in the rows that every opening needs is damaged: the file is not opened to write as
 * if nothing was lost, it can be looked at, and what is whole can be salvaged.
 */
class SalvageTest {
  private static final String REF = "operation";
  private static final int COUNT = 6;
  private static final Sample LARGE = Samples.lines(1, 1_200_000);

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);
  private Path file;

  /** Some is in the tables; six transactions stand by themselves. */
  @BeforeEach
  void create() throws Exception {
    file = folder.resolve("x.fxd");
    try (Store store = provider.create(file)) {
      try (Batch batch = store.begin()) {
        batch.putBlob(LARGE.stream());
        batch.index(bytes("base"), bytes("0"));
        batch.ref(REF, Hash.ZERO, sample(0).hash());
        sample(0).putInto(batch);
        batch.commit();
      }
      for (int number = 1; number <= COUNT; number++) {
        try (Batch batch = store.begin()) {
          sample(number).putInto(batch);
          batch.index(bytes("last"), bytes(Integer.toString(number)));
          batch.ref(REF, sample(number - 1).hash(), sample(number).hash());
          batch.commit();
        }
      }
    }
  }

  private static Sample sample(int number) {
    return Samples.of(ObjectType.OPERATION, "operation " + number);
  }

  @Test
  void aDamagedTransactionIsNamedAndNotGoneOnFrom() throws Exception {
    for (String damage :
        List.of(
            "UPDATE transactions SET checksum = checksum + 1 WHERE id = 4",
            "UPDATE transactions SET data = x'00' WHERE id = 4",
            "UPDATE transactions SET size = 1000000000 WHERE id = 4",
            "UPDATE transactions SET codec = 9 WHERE id = 4",
            "DELETE FROM transactions WHERE id = 4")) {
      create(damage);
      String before = Databases.state(file);
      DamagedStoreException failure =
          assertThrows(DamagedStoreException.class, () -> provider.open(file), damage);
      assertTrue(failure.getMessage().contains("transaction 4 is "), failure.getMessage());
      assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
      assertTrue(failure.hint().orElseThrow().contains("fxd:fsck"), failure.hint().orElseThrow());
      assertTrue(failure.isReadable());
      try (Store store = provider.openToRead(file)) {
        assertState(store, 3);
        assertTrue(CheckTest.check(store, false).toString().contains("transaction 4 is "));
      }
      assertEquals(before, Databases.state(file), damage);
      assertEquals(List.of("x.fxd"), Databases.names(folder), damage);
    }
  }

  @Test
  void whatIsWholeIsSalvagedAndTheRestIsKeptBesideIt() throws Exception {
    create("UPDATE transactions SET checksum = checksum + 1 WHERE id = 4");
    byte[] before = Files.readAllBytes(file);
    Notes notes = new Notes();
    Path aside = provider.salvage(file, notes, Progress.NONE, Cancellation.none());
    assertEquals(List.of("x.damaged.fxd", "x.fxd"), Databases.names(folder));
    assertEquals(folder.resolve("x.damaged.fxd").toRealPath(), aside);
    assertArrayEquals(before, Files.readAllBytes(aside));
    assertEquals(1, notes.problems.size(), notes.problems.toString());
    Problem problem = notes.problems.get(0);
    assertTrue(problem.what().contains("transaction 4 is damaged"), problem.what());
    assertTrue(problem.repaired().orElseThrow().contains("3 objects are kept"));
    try (Store store = provider.open(file)) {
      assertState(store, 3);
      // Its hash vouches for the object of the damaged one; what it moved, nobody vouches for.
      assertEquals(Optional.empty(), store.ref("salvaged/4/" + REF));
      for (int number = 4; number <= COUNT; number++) {
        assertPresent(store, sample(number));
      }
      assertEquals(sample(5).hash(), store.ref("salvaged/5/" + REF).orElseThrow());
      assertEquals(sample(6).hash(), store.ref("salvaged/6/" + REF).orElseThrow());
      assertEquals(List.of(), CheckTest.check(store, false));
      try (Batch batch = store.begin()) {
        batch.ref(REF, sample(3).hash(), sample(6).hash());
        batch.commit();
      }
    }
    try (Store store = provider.open(file)) {
      assertEquals(sample(6).hash(), store.ref(REF).orElseThrow());
      assertEquals(List.of(), CheckTest.check(store, true));
    }
    // Again: under another name.
    provider.salvage(file, notes, Progress.NONE, Cancellation.none());
    assertEquals(List.of("x.damaged-2.fxd", "x.damaged.fxd", "x.fxd"), Databases.names(folder));
  }

  @Test
  void rowsOfRunsThatCannotBeAreNoLoss() throws Exception {
    for (String damage :
        List.of(
            "UPDATE runs SET rank = 1000000 WHERE space = 1",
            "UPDATE runs SET entries = -1",
            "UPDATE runs SET space = 77",
            "UPDATE runs SET id = -5 WHERE space = 1",
            "INSERT INTO blocks VALUES (1000, 9223372036854775807, x'00', 0, 0, x'')")) {
      create(damage);
      if (!damage.contains("77")) {
        assertThrows(DamagedStoreException.class, () -> provider.open(file), damage);
      }
      Notes notes = new Notes();
      provider.salvage(file, notes, Progress.NONE, Cancellation.none());
      assertTrue(notes.problems.stream().allMatch(problem -> problem.repaired().isPresent()));
      try (Store store = provider.open(file)) {
        assertEquals(sample(COUNT).hash(), store.ref(REF).orElseThrow());
        assertPresent(store, LARGE);
        assertPresent(store, sample(0));
        assertPresent(store, sample(COUNT));
        assertEquals(List.of(), CheckTest.check(store, false), damage);
        assertArrayEquals(
            bytes(Integer.toString(COUNT)),
            store.index(index -> index.get(bytes("last"))).orElseThrow());
      }
    }
  }

  @Test
  void moreTransactionsThanAreOpenedAreNotWrittenAgain() throws Exception {
    String empty = ", 2502091135, 0, 4, x'01000000'";
    for (String damage :
        List.of(
            "WITH RECURSIVE n(i) AS (SELECT 8 UNION ALL SELECT i + 1 FROM n LIMIT 66000)"
                + " INSERT INTO transactions SELECT i"
                + empty
                + " FROM n",
            "DELETE FROM transactions WHERE id > 1",
            "INSERT INTO transactions VALUES (-5" + empty + ")")) {
      create(damage);
      if (damage.startsWith("DELETE")) {
        Databases.run(file, "UPDATE transactions SET id = 9223372036854775807");
      }
      provider.salvage(file, new Notes(), Progress.NONE, Cancellation.none());
      try (Store store = provider.open(file)) {
        assertPresent(store, sample(1));
        assertEquals(List.of(), CheckTest.check(store, false), damage);
      }
    }
  }

  @Test
  void aTreeThatIsDamagedIsReadFromBothEnds() throws Exception {
    Files.delete(file);
    List<Sample> samples = new ArrayList<>();
    try (Store store = provider.create(file)) {
      for (int i = 0; i < 40; i++) {
        Sample sample = Samples.noise(i, 300_000);
        samples.add(sample);
        Databases.write(store, sample);
        store.checkpoint();
      }
    }
    // One leaf of the table of values: the page on which row 20 is.
    long page =
        Databases.number(
            file,
            "SELECT pageno FROM dbstat WHERE name = 'values'"
                + " AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 0");
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek((page - 1) * Schema.PAGE_SIZE);
      bytes.write(new byte[200]);
    }
    Notes notes = new Notes();
    provider.salvage(file, notes, Progress.NONE, Cancellation.none());
    assertTrue(
        notes.problems.stream().anyMatch(problem -> problem.what().contains("\"values\"")),
        notes.problems.toString());
    try (Store store = provider.open(file)) {
      int present = 0;
      for (Sample sample : samples) {
        Lookup answer = store.get(List.of(sample.hash())).get(sample.hash());
        present += answer instanceof Lookup.Present ? 1 : 0;
      }
      assertTrue(present > 0 && present < samples.size(), "found " + present);
      // Nothing is wrong with the file itself any more, and what is lost is not forgotten.
      List<Problem> problems = CheckTest.check(store, false);
      assertTrue(problems.stream().noneMatch(it -> it.what().contains("structure")));
      assertTrue(problems.toString().contains("objects are gone"), problems.toString());
    }
  }

  @Test
  void whoStopsItLeavesTheFileAsItWas() throws Exception {
    create("UPDATE transactions SET checksum = checksum + 1 WHERE id = 4");
    String before = Databases.state(file);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Notes notes = new Notes();
    assertThrows(
        CancelledException.class, () -> provider.salvage(file, notes, Progress.NONE, cancellation));
    assertEquals(before, Databases.state(file));
    assertEquals(List.of("x.fxd"), Databases.names(folder));
    assertEquals(List.of(), notes.problems);
  }

  @Test
  void whatIsNoProjectIsNotSalvaged() throws Exception {
    Databases.run(file, "CREATE TRIGGER t AFTER INSERT ON refs BEGIN DELETE FROM refs; END");
    String before = Databases.state(file);
    assertTrue(
        assertThrows(
                org.fxd.graph.api.error.StoreException.class,
                () -> provider.salvage(file, new Notes(), Progress.NONE, Cancellation.none()))
            .getMessage()
            .contains("none that FXD makes"));
    assertEquals(before, Databases.state(file));
    assertEquals(List.of("x.fxd"), Databases.names(folder));
  }

  private void create(String damage) throws Exception {
    for (String name : Databases.names(folder)) {
      Files.delete(folder.resolve(name));
    }
    create();
    Databases.run(file, damage);
  }

  private void assertState(Store store, int number) {
    assertEquals(sample(number).hash(), store.ref(REF).orElseThrow());
    for (int each = 0; each <= number; each++) {
      assertPresent(store, sample(each));
    }
    assertPresent(store, LARGE);
    assertArrayEquals(bytes("0"), store.index(index -> index.get(bytes("base"))).orElseThrow());
    assertArrayEquals(
        bytes(Integer.toString(number)),
        store.index(index -> index.get(bytes("last"))).orElseThrow());
  }

  private static void assertPresent(Store store, Sample sample) {
    assertInstanceOf(Lookup.Present.class, store.get(List.of(sample.hash())).get(sample.hash()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static final class Notes implements Inspector {
    private final List<Problem> problems = new ArrayList<>();

    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {}

    @Override
    public void ref(String name, Hash hash) {}

    @Override
    public void problem(Problem problem) {
      problems.add(problem);
    }
  }
}
