package org.fxd.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Inspector.Problem;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;
import org.fxd.store.sqlite.Connector.Access;
import org.fxd.store.sqlite.sorted.Edit;
import org.fxd.store.sqlite.sorted.Run;
import org.fxd.store.sqlite.sorted.RunTable;
import org.fxd.store.sqlite.sorted.RunWriter;
import org.fxd.store.sqlite.sorted.Space;
import org.fxd.testkit.store.Samples;
import org.fxd.testkit.store.Samples.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check finds what is damaged, and puts right what can be put right, through the front door. */
class CheckTest {
  private static final Sample ONE = Samples.of(ObjectType.NODE, "one");
  private static final Sample TWO = Samples.of(ObjectType.COMMIT, "two");
  private static final Sample LARGE = Samples.lines(1, 2_500_000);
  private static final List<Sample> ALL = List.of(ONE, TWO, LARGE);
  private static final String PLACES = " (SELECT id FROM runs WHERE space = 1)";

  @TempDir Path folder;

  private final SqliteStoreProvider provider = new SqliteStoreProvider(null);
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("x.fxd");
    try (Store store = provider.create(file)) {
      Databases.write(store, ONE, TWO);
      store.checkpoint();
      try (Batch batch = store.begin()) {
        batch.putBlob(LARGE.stream());
        batch.index(new byte[] {1}, new byte[] {2});
        batch.ref("operation", Hash.ZERO, TWO.hash());
        batch.commit();
      }
      store.checkpoint();
    }
  }

  @Test
  void runsThatSayWhereObjectsAreAreMadeAnew() throws Exception {
    for (String damage :
        List.of(
            "UPDATE runs SET entries = entries + 1 WHERE space = 1",
            "UPDATE blocks SET data = x'00' WHERE run IN" + PLACES,
            "UPDATE blocks SET first = x'00' WHERE run IN" + PLACES,
            "UPDATE blocks SET size = -1 WHERE run IN" + PLACES,
            "UPDATE blocks SET codec = 7 WHERE run IN" + PLACES,
            "DELETE FROM blocks WHERE run IN" + PLACES,
            "DELETE FROM runs WHERE space = 1")) {
      Databases.run(file, damage);
      assertRepaired("made anew", damage);
    }
  }

  @Test
  void entriesThatLeadToOtherObjectsAreMadeAnew() throws Exception {
    swapPlaces();
    try (Store store = provider.open(file)) {
      // The object is not believed to be what was asked for; that it is elsewhere, nobody knows
      // yet.
      assertInstanceOf(Lookup.Corrupt.class, look(store, ONE));
    }
    assertRepaired("lead to other objects than they say", "swapped");
  }

  @Test
  void anIndexThatIsDamagedIsEmptied() throws Exception {
    Databases.run(
        file, "UPDATE blocks SET data = x'00' WHERE run = (SELECT id FROM runs WHERE space = 2)");
    assertRepaired("emptied", "index");
    try (Store store = provider.open(file)) {
      assertEquals(Optional.empty(), store.index(index -> index.get(new byte[] {1})));
    }
  }

  @Test
  void whatIsLostIsToldAndNotForgotten() throws Exception {
    Databases.run(
        file, "DELETE FROM nodes", "UPDATE runs SET entries = entries + 1 WHERE space = 1");
    try (Store store = provider.open(file)) {
      List<Problem> found = check(store, true);
      assertTrue(
          found.stream().anyMatch(problem -> problem.what().contains("1 object is gone")),
          found.toString());
      assertInstanceOf(Lookup.Corrupt.class, look(store, ONE), "after the runs were made anew");
      assertInstanceOf(Lookup.Present.class, look(store, TWO));
      assertEquals(1, check(store, false).size());
      // Who has it can put it back.
      Databases.write(store, ONE);
      store.checkpoint();
      assertInstanceOf(Lookup.Present.class, look(store, ONE));
    }
  }

  @Test
  void everyDamageIsTold() throws Exception {
    Databases.run(
        file,
        "UPDATE nodes SET data = x'00'",
        "UPDATE commits SET codec = 9",
        "DELETE FROM pieces WHERE id = 2",
        "INSERT INTO refs VALUES ('bad', x'00'), (printf('%.70000c', 'x'), zeroblob(32))");
    try (Store store = provider.open(file)) {
      List<String> told = check(store, true).stream().map(Problem::what).toList();
      for (String part :
          List.of(
              "of nodes is damaged",
              "of commits is damaged",
              "its piece 1 is missing",
              "'bad' holds no hash",
              "a name that is too long")) {
        assertTrue(told.stream().anyMatch(what -> what.contains(part)), part + " in " + told);
      }
      assertEquals(5, told.size(), told.toString());
    }
  }

  private void assertRepaired(String how, String damage) {
    try (Store store = provider.open(file)) {
      List<Problem> found = check(store, false);
      assertTrue(!found.isEmpty(), "nothing was found: " + damage);
      assertTrue(found.stream().allMatch(problem -> problem.repaired().isEmpty()));
      List<Problem> repaired = check(store, true);
      assertTrue(repaired.toString().contains(how), repaired.toString());
      assertTrue(repaired.stream().allMatch(problem -> problem.repaired().isPresent()));
      assertEquals(List.of(), check(store, false), damage);
      for (Sample sample : ALL) {
        assertInstanceOf(Lookup.Present.class, look(store, sample), damage);
      }
    }
    try (Store store = provider.open(file)) {
      assertEquals(List.of(), check(store, false), damage);
      assertEquals(TWO.hash(), store.ref("operation").orElseThrow());
    }
  }

  /** Lets each of two objects have the place of the other. */
  private void swapPlaces() throws SQLException, DamagedException {
    Connector connector = new Connector(file, Access.WRITE);
    try (Connection connection = connector.writer(Durability.FULL);
        Statements statements = new Statements(connection)) {
      RunTable table = new RunTable(statements);
      State state = StateReading.of(new Reader(statements)).state();
      ObjectFinder finder = Moment.frames(new Reader(statements), state, Caches.empty());
      Place one = finder.find(ONE.hash()).orElseThrow().place();
      Place two = finder.find(TWO.hash()).orElseThrow().place();
      Place large = finder.find(LARGE.hash()).orElseThrow().place();
      for (Run run : state.objectRuns()) {
        table.remove(run.id());
      }
      RunWriter writer = new RunWriter(Space.OBJECTS, block -> table.add(99, block));
      Stream.of(entry(ONE, two), entry(TWO, one), entry(LARGE, large))
          .sorted((a, b) -> java.util.Arrays.compareUnsigned(a.key(), b.key()))
          .forEach(
              edit -> {
                try {
                  writer.add(edit);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      RunWriter.Totals totals = writer.finish();
      table.add(new Run(99, Space.OBJECTS, 99, totals.entries(), totals.bytes()));
    }
  }

  private static Edit entry(Sample sample, Place place) {
    return new Edit(
        ObjectFinder.keyBytes(ObjectFinder.key(sample.hash())), Place.encode(place.packed()));
  }

  private static Lookup look(Store store, Sample sample) {
    return store.get(List.of(sample.hash())).get(sample.hash());
  }

  static List<Problem> check(Store store, boolean repair) {
    List<Problem> problems = new ArrayList<>();
    store.check(
        repair,
        new Inspector() {
          @Override
          public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {}

          @Override
          public void ref(String name, Hash hash) {}

          @Override
          public void problem(Problem problem) {
            problems.add(problem);
          }
        },
        Progress.NONE,
        Cancellation.none());
    return problems;
  }
}
