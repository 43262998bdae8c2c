package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.store.api.Lease;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.DamagedStore;
import org.fxd.testkit.FaultyStore;
import org.junit.jupiter.api.Test;

class CollectTest {
  private static final Name CODE = Name.of(Workspace.CODE);

  private static Hash blob(String text) {
    return Hash.ofContent(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Workspace workspace, String name) {
    return workspace
        .root()
        .child(CODE)
        .child(Name.of(name))
        .value()
        .asBlob()
        .map(blob -> new String(blob.bytes(), StandardCharsets.UTF_8))
        .orElse("");
  }

  @Test
  void whatWasUndoneCanBeDoneAgainHoweverOldItIs() {
    try (KeptProject project = new KeptProject()) {
      OperationLog log = project.services().log();
      put(project, "1");
      put(project, "2");
      put(project, "3");
      project.pass(Duration.ofDays(100));
      log.undo(KeptProject.ME);
      log.undo(KeptProject.ME);
      CollectOptions month = new CollectOptions(Duration.ofDays(30), false);
      project.upkeep().collect(month, Progress.NONE, Cancellation.none());
      assertEquals("1", value(project));
      assertEquals("put 1", log.current().description());
      log.redo(KeptProject.ME);
      log.redo(KeptProject.ME);
      assertEquals("3", value(project));
      put(project, "4");
      project.upkeep().collect(month, Progress.NONE, Cancellation.none());
      assertEquals("put 4", log.current().description());
      assertTrue(
          project
              .upkeep()
              .check(CheckOptions.LOOK, Progress.NONE, Cancellation.none())
              .findings()
              .isEmpty());
    }
  }

  private static String value(KeptProject project) {
    return project.workspace().root().child(CODE).child("a").value().toString();
  }

  private static void put(KeptProject project, String text) {
    project
        .workspace()
        .change(
            KeptProject.ME,
            "put " + text,
            t -> t.root().child(CODE).childOrNew(Name.of("a"), Kind.DATA).value(Value.of(text)));
  }

  @Test
  void whatOnlyOldOperationsHoldGoes() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "first");
      project.pass(Duration.ofDays(10));
      project.file("a", "second");
      project.pass(Duration.ofDays(100));
      project.file("a", "third");

      project.collect(Duration.ofDays(200));
      assertTrue(project.objects().containsKey(blob("first")));
      project.collect(CollectOptions.KEEP);
      // The state before the one operation that is kept is kept, so that it can be undone.
      assertFalse(project.objects().containsKey(blob("first")));
      assertTrue(project.objects().containsKey(blob("second")));
      project.pass(Duration.ofDays(1));
      project.file("b", "more");
      CollectReport report = project.collect(Duration.ZERO);
      assertFalse(project.objects().containsKey(blob("second")));
      assertEquals(1, report.operations());
      assertEquals(project.now(), report.since());
      assertEquals("third", text(project.workspace(), "a"));
    }
  }

  @Test
  void theLogEndsWhereItWasCut() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "first");
      project.pass(Duration.ofDays(10));
      project.file("a", "second");
      project.file("a", "third");
      project.collect(Duration.ofDays(5));
      List<Operation> log = new ArrayList<>();
      project.workspace().operations().forEach(log::add);
      assertEquals(2, log.size());
      Node before = project.workspace().node(log.get(1).before());
      assertEquals(Kind.STATE, before.kind());
      assertTrue(KeptProject.read(before).contains(blob("first")));
    }
  }

  @Test
  void commitsStayWithAllTheirAncestors() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "first");
      project.commit();
      project.file("a", "second");
      project.commit();
      project.file("a", "never committed");
      project.file("a", "third");
      Hash head = project.commit();
      project.pass(Duration.ofDays(300));
      project.file("b", "newest");
      CollectReport report = project.collect(Duration.ZERO);
      assertEquals(3, report.commits());
      for (String text : List.of("first", "second", "third", "newest")) {
        assertTrue(project.objects().containsKey(blob(text)), text);
      }
      assertFalse(project.objects().containsKey(blob("never committed")));
      assertEquals(head, project.head());
    }
  }

  @Test
  void versionsOfOneThingArePackedTogetherNewestFirst() {
    AtomicReference<WatchedStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new WatchedStore(memory));
              return store.get();
            })) {
      List<Hash> commits = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        project.file("src/a", "version " + i);
        project.file("src/b", "another " + i / 2);
        commits.add(0, project.commit());
      }
      project.collect(Duration.ZERO);
      List<WatchedStore.Packed> packed = store.get().packed();
      List<Hash> versions = new ArrayList<>();
      for (int i = 4; i >= 0; i--) {
        versions.add(blob("version " + i));
      }
      assertTrue(packed.contains(new WatchedStore.Packed(ObjectType.BLOB, versions)));
      List<Hash> others = List.of(blob("another 2"), blob("another 1"), blob("another 0"));
      assertTrue(packed.contains(new WatchedStore.Packed(ObjectType.BLOB, others)));
      List<WatchedStore.PackedBehind> behind = store.get().behind();
      List<WatchedStore.PackedBehind> packedCommits =
          behind.stream().filter(each -> each.type() == ObjectType.COMMIT).toList();
      Collections.reverse(commits);
      assertEquals(commits, packedCommits.stream().map(WatchedStore.PackedBehind::object).toList());
      assertEquals(
          1, packedCommits.stream().map(WatchedStore.PackedBehind::lineage).distinct().count());
      List<Hash> first = new ArrayList<>();
      packed.forEach(each -> each.versions().forEach(first::add));
      behind.forEach(each -> first.add(each.object()));
      assertEquals(project.objects().size(), first.size());
      assertEquals(project.objects().keySet(), Set.copyOf(first));
      // Two files side by side in the tree are side by side in the store.
      int a = packed.indexOf(new WatchedStore.Packed(ObjectType.BLOB, versions));
      int b = packed.indexOf(new WatchedStore.Packed(ObjectType.BLOB, others));
      assertEquals(1, b - a);
      for (WatchedStore.Packed each : packed) {
        for (Hash version : each.versions()) {
          assertEquals(each.type(), project.objects().get(version));
        }
      }
      behind.forEach(each -> assertEquals(each.type(), project.objects().get(each.object())));
      // The newest root comes last of all nodes: all that is in it stands before it.
      List<Hash> nodes =
          behind.stream()
              .filter(each -> each.type() == ObjectType.NODE)
              .map(WatchedStore.PackedBehind::object)
              .toList();
      Node root = project.workspace().root();
      assertTrue(nodes.indexOf(root.child(CODE).hash()) < nodes.indexOf(root.hash()));
      assertTrue(
          nodes.indexOf(root.child(CODE).child("src").hash())
              < nodes.indexOf(root.child(CODE).hash()));
    }
  }

  @Test
  void partsOfAWideFolderAreVersionsOfTheirPlace() {
    AtomicReference<WatchedStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new WatchedStore(memory));
              return store.get();
            })) {
      project.change(
          transaction -> {
            NodeBuilder code = transaction.root().child(CODE);
            for (int i = 0; i < 3_000; i++) {
              code.childOrNew(Name.of("n" + i), Kind.GAP).value(Value.of(i));
            }
          });
      project.commit();
      for (int i = 0; i < 5; i++) {
        int number = i;
        project.change(
            transaction ->
                transaction
                    .root()
                    .child(CODE)
                    .child(Name.of("n1234"))
                    .value(Value.of("edit " + number)));
        project.commit();
      }
      project.collect(Duration.ZERO);
      Map<Long, Integer> chunks = new HashMap<>();
      for (WatchedStore.PackedBehind each : store.get().behind()) {
        if (each.type() == ObjectType.CHUNK) {
          chunks.merge(each.lineage(), 1, Integer::sum);
        }
      }
      Collection<Integer> lengths = chunks.values();
      assertTrue(lengths.size() > 20, lengths.toString());
      // Of one part there are six versions, of all others one.
      assertEquals(1, lengths.stream().filter(length -> length == 6).count());
      assertEquals(lengths.size() - 1, lengths.stream().filter(length -> length == 1).count());
    }
  }

  @Test
  void contentThatIsTheFormOfANodeIsBoth() {
    try (KeptProject project = new KeptProject()) {
      project.file("other/deep", "inside");
      Node folder = project.workspace().root().child(CODE).child("other");
      byte[] encoded = project.bytes(folder.hash());
      // Met first as content, then as a folder: what is in the folder is to stay all the same.
      project.change(
          transaction ->
              transaction
                  .root()
                  .child(CODE)
                  .childOrNew(Name.of("a file"), Kind.FILE)
                  .value(Value.of(Blob.of(encoded))));
      project.commit();
      project.collect(Duration.ZERO);
      assertTrue(project.objects().containsKey(blob("inside")));
      assertEquals(List.of(), project.check(CheckOptions.LOOK).findings());
    }
  }

  @Test
  void aDryRunSaysAndDoesNothing() {
    try (KeptProject project = new KeptProject()) {
      for (int i = 0; i < 20; i++) {
        project.file("a", "version " + i);
        project.pass(Duration.ofDays(1));
      }
      Map<Hash, ObjectType> before = project.objects();
      CollectOptions options = CollectOptions.DEFAULT.keeping(Duration.ofDays(5)).trying();
      CollectReport would = project.upkeep().collect(options, Progress.NONE, Cancellation.none());
      assertFalse(would.done());
      assertEquals(before, project.objects());
      assertEquals(would.bytesBefore(), would.bytesAfter());
      CollectReport did = project.collect(Duration.ofDays(5));
      assertEquals(did.kept(), would.kept());
      assertEquals(did.removed(), would.removed());
      assertEquals(did.operations(), would.operations());
      assertEquals(did.since(), would.since());
      assertTrue(did.bytesAfter() < did.bytesBefore());
    }
  }

  @Test
  void whatComesBackWhileItIsCollectedStays() {
    AtomicReference<WatchedStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new WatchedStore(memory));
              return store.get();
            })) {
      project.file("a", "once");
      Node earlier = project.workspace().root().child(CODE);
      Entry code = project.workspace().root().entry(CODE).orElseThrow();
      project.file("a", "now");
      project.pass(Duration.ofDays(1));
      project.file("b", "newest");
      store
          .get()
          .beforeTheEnd(
              () -> {
                project.change(
                    transaction ->
                        transaction.root().put(new Entry(code.id(), CODE, code.place(), earlier)));
                project.file("c", "written meanwhile");
              });
      project.collect(Duration.ZERO);
      assertTrue(project.objects().containsKey(blob("once")));
      assertTrue(project.objects().containsKey(blob("written meanwhile")));
      assertEquals("once", text(project.workspace(), "a"));
      assertEquals(List.of(), project.check(CheckOptions.LOOK).findings());
    }
  }

  @Test
  void aTransactionKeepsWhatItBeganWith() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "at the beginning");
      try (Transaction transaction = project.workspace().begin(KeptProject.ME)) {
        project.file("a", "replaced");
        project.pass(Duration.ofDays(1));
        project.file("b", "newest");
        project.pass(Duration.ofDays(1));
        project.file("c", "newest");
        project.collect(Duration.ZERO);
        assertTrue(KeptProject.read(transaction.base().node()).contains(blob("at the beginning")));
        transaction.root().child(CODE).childOrNew(Name.of("d"), Kind.GAP).value(Value.of(1));
        transaction.commit("late");
      }
      assertEquals("replaced", text(project.workspace(), "a"));
      project.collect(Duration.ZERO);
      assertFalse(project.objects().containsKey(blob("at the beginning")));
    }
  }

  @Test
  void nobodyBuildsOnWhatWasCollected() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "once");
      Node gone = project.workspace().root().child(CODE);
      Entry code = project.workspace().root().entry(CODE).orElseThrow();
      project.file("a", "now");
      project.pass(Duration.ofDays(1));
      project.file("b", "newest");
      try (Transaction transaction = project.workspace().begin(KeptProject.ME)) {
        transaction.root().put(new Entry(code.id(), CODE, code.place(), gone));
        project.collect(Duration.ZERO);
        ConflictException refusal =
            assertThrows(ConflictException.class, () -> transaction.commit("too late"));
        assertTrue(refusal.getMessage().contains("collected"), refusal.getMessage());
      }
      assertEquals("now", text(project.workspace(), "a"));
      assertEquals(List.of(), project.check(CheckOptions.LOOK).findings());
    }
  }

  @Test
  void leasesKeepWhatTheyLeadTo() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "leased");
      Hash state = project.workspace().state().node().hash();
      project.file("a", "now");
      project.pass(Duration.ofDays(1));
      project.file("b", "newest");
      Lease lease = project.store().lease(List.of(state, blob("never there")));
      project.collect(Duration.ZERO);
      assertTrue(project.objects().containsKey(blob("leased")));
      lease.close();
      project.collect(Duration.ZERO);
      assertFalse(project.objects().containsKey(blob("leased")));
    }
  }

  @Test
  void nothingIsRemovedWhereSomethingIsMissing() {
    AtomicReference<DamagedStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new DamagedStore(memory));
              return store.get();
            })) {
      project.file("src/a", "first");
      project.file("src/a", "second");
      Map<Hash, ObjectType> before = project.objects();
      store.get().lose(project.workspace().root().child(CODE).child("src").hash());
      StoreException missing =
          assertThrows(StoreException.class, () -> project.collect(Duration.ZERO));
      assertTrue(missing.getMessage().contains("missing"), missing.getMessage());
      assertTrue(missing.hint().orElse("").contains("fxd:fsck"), missing.toString());
      store.get().heal();
      store.get().damage(project.workspace().root().hash(), "a test wants it so");
      StoreException damaged =
          assertThrows(StoreException.class, () -> project.collect(Duration.ZERO));
      assertTrue(damaged.getMessage().contains("a test wants it so"), damaged.getMessage());
      assertEquals(before, project.objects());
    }
  }

  @Test
  void nothingIsRemovedWhereSomethingIsUnknown() {
    try (KeptProject project = new KeptProject()) {
      project.file("a", "first");
      project.commit();
      project.file("a", "second");
      project.projects().links().remove(links(project));
      Map<Hash, ObjectType> before = project.objects();
      FxdException refusal = assertThrows(FxdException.class, () -> project.collect(Duration.ZERO));
      assertTrue(refusal.getMessage().contains("commit"), refusal.getMessage());
      assertTrue(refusal.hint().orElse("").contains("org.fxd.history.core"), refusal.toString());
      assertEquals(before, project.objects());
    }
  }

  private static Object links(KeptProject project) {
    return project.projects().links().of(ObjectType.COMMIT).orElseThrow();
  }

  @Test
  void whateverFailsNothingIsLost() {
    AtomicReference<FaultyStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new FaultyStore(memory));
              return store.get();
            })) {
      for (int i = 0; i < 4; i++) {
        project.file("src/a" + i, "version " + i);
        project.file("src/a", "version " + i);
      }
      project.commit();
      Map<Hash, ObjectType> before = project.objects();
      int failed = 0;
      for (int n = 1; failed == n - 1; n++) {
        store.get().failAtWrite(n);
        try {
          project.collect(Duration.ZERO);
        } catch (StoreException e) {
          failed++;
          assertEquals(before, project.objects());
        }
      }
      assertTrue(failed > 10, "only " + failed + " points of failure");
      assertNotEquals(before, project.objects());
      assertEquals(List.of(), project.check(CheckOptions.LOOK).findings());
    }
  }

  @Test
  void whoAsksItToStopIsHeardAndLosesNothing() {
    try (KeptProject project = new KeptProject()) {
      for (int i = 0; i < 10; i++) {
        project.file("a" + i, "text " + i);
      }
      Map<Hash, ObjectType> before = project.objects();
      Cancellation cancellation = new Cancellation();
      Progress progress =
          new Progress() {
            @Override
            public void phase(String name, long total) {
              if (name.equals("packing")) {
                cancellation.cancel();
              }
            }

            @Override
            public void advance(long units) {}
          };
      assertThrows(
          CancelledException.class,
          () ->
              project
                  .upkeep()
                  .collect(CollectOptions.DEFAULT.keeping(Duration.ZERO), progress, cancellation));
      assertEquals(before, project.objects());
      project.collect(Duration.ZERO);
      assertNotEquals(before, project.objects());
    }
  }

  @Test
  void oneAtATime() {
    AtomicReference<WatchedStore> store = new AtomicReference<>();
    try (KeptProject project =
        new KeptProject(
            memory -> {
              store.set(new WatchedStore(memory));
              return store.get();
            })) {
      AtomicReference<FxdException> refusal = new AtomicReference<>();
      store
          .get()
          .beforeTheEnd(
              () ->
                  refusal.set(
                      assertThrows(FxdException.class, () -> project.check(CheckOptions.LOOK))));
      project.collect(Duration.ZERO);
      assertTrue(refusal.get().getMessage().contains("already"), refusal.get().getMessage());
      assertTrue(project.check(CheckOptions.LOOK).isSound());
    }
  }

  @Test
  void writersGoOnWhileItIsCollected() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (KeptProject project = new KeptProject()) {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        String name = "file of " + writer;
        writers.add(
            threads.submit(
                () -> {
                  int written = 0;
                  while (!done.get() || written < 20) {
                    project.file(name, "version " + written++ % 7);
                    if (written % 5 == 0) {
                      KeptProject.read(project.workspace().root());
                    }
                  }
                  return written;
                }));
      }
      for (int round = 0; round < 25; round++) {
        project.collect(Duration.ofDays(1));
      }
      done.set(true);
      for (Future<Integer> writer : writers) {
        assertTrue(writer.get(1, TimeUnit.MINUTES) >= 20);
      }
      assertEquals(List.of(), project.check(CheckOptions.LOOK).findings());
      KeptProject.read(project.workspace().state().node());
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  @Test
  void aDeepTreeIsWalkedWithoutRecursion() {
    try (KeptProject project = new KeptProject()) {
      project.change(
          transaction -> {
            NodeBuilder at = transaction.root().child(CODE);
            for (int i = 0; i < 1_000; i++) {
              at = at.childOrNew(Name.of("d"), Kind.FOLDER);
            }
            at.childOrNew(Name.of("leaf"), Kind.GAP).value(Value.of(Blob.of(new byte[9])));
          });
      AtomicReference<Throwable> failure = new AtomicReference<>();
      Thread thread =
          new Thread(
              null,
              () -> {
                try {
                  project.collect(Duration.ZERO);
                  assertTrue(project.check(CheckOptions.LOOK).isSound());
                } catch (Throwable e) {
                  failure.set(e);
                }
              },
              "little stack",
              160 * 1024);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      assertNull(failure.get());
    }
  }
}
