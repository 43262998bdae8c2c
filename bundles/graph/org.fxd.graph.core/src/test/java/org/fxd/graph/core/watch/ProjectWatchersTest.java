package org.fxd.graph.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.watch.NodeChange;
import org.fxd.graph.api.watch.Watch;
import org.fxd.graph.api.watch.WatchEvent;
import org.fxd.graph.api.watch.WatchTarget;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ProjectWatchersTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final WatchTarget ALL = new WatchTarget.OfAll();

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final ProjectWorkspace workspace = (ProjectWorkspace) projects.createInMemory();
  private final ProjectServices services = new ProjectServices(projects, workspace);
  private final Watchers watchers = services.watchers();
  private final List<WatchEvent> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    services.close();
    projects.close();
  }

  private Change change(String what, Consumer<NodeBuilder> edit) {
    return workspace.change(
        new Origin("me", "test"),
        what,
        (Transaction transaction) -> edit.accept(transaction.root().child(Name.of("code"))));
  }

  private Change set(String name, int value) {
    return change(
        name + "=" + value,
        code -> code.childOrNew(Name.of(name), Kind.DATA).value(Value.of(value)));
  }

  private NodeId id(String... names) {
    Entry entry = null;
    for (String name : names) {
      entry = (entry == null ? workspace.root() : entry.node()).entry(Name.of(name)).orElseThrow();
    }
    return entry.id();
  }

  private String told() throws InterruptedException {
    assertTrue(workspace.awaitObservers(LONG));
    String told =
        seen.stream()
            .map(event -> event.nodes().stream().map(this::text).collect(Collectors.joining(" ")))
            .collect(Collectors.joining("; "));
    seen.clear();
    return told;
  }

  private String text(NodeChange change) {
    String before = change.before().map(match -> match.path().toString()).orElse("");
    String after = change.after().map(match -> match.path().toString()).orElse("");
    return change.kind().toString().charAt(0)
        + ":"
        + (before.equals(after) || after.isEmpty()
            ? before
            : before.isEmpty() ? after : before + ">" + after);
  }

  private void watch(WatchTarget target) {
    watchers.watch("test", target, seen::add);
  }

  private static WatchTarget found(String selector) {
    return new WatchTarget.OfSelector(new TreeSelectors(new Projectors()).compile(selector));
  }

  @Test
  void aNodeIsToldAsAWhole() throws Exception {
    set("x", 1);
    set("y", 1);
    watch(new WatchTarget.OfNode(id("code", "x")));
    set("y", 2);
    assertEquals("", told());
    change("below", code -> code.child(Name.of("x")).childOrNew(Name.of("in"), Kind.DATA));
    assertEquals("C:code.x", told());
    change(
        "rename", code -> code.put(code.entry(Name.of("x")).orElseThrow().withName(Name.of("z"))));
    assertEquals("M:code.x>code.z", told());
    change("remove", code -> code.remove(Name.of("z")));
    assertEquals("R:code.z", told());
  }

  @Test
  void aNodeComesAndGoesWithWhatHoldsIt() throws Exception {
    change(
        "make",
        code -> code.childOrNew(Name.of("a"), Kind.FOLDER).childOrNew(Name.of("b"), Kind.DATA));
    Entry a = workspace.root().child("code").entry(Name.of("a")).orElseThrow();
    NodeId b = id("code", "a", "b");
    watch(new WatchTarget.OfNode(b));
    change("remove", code -> code.remove(a.id()));
    assertEquals("R:code.a.b", told());
    set("other", 1);
    change("again", code -> code.put(a));
    assertEquals("C:code.a.b", told());
    change(
        "out",
        code -> {
          Entry inner = code.child(a.id()).entry(b).orElseThrow();
          code.remove(a.id());
          code.put(inner);
        });
    assertEquals("M:code.a.b>code.b", told());
  }

  @Test
  void aSubtreeIsToldNodeByNode() throws Exception {
    change(
        "make",
        code -> code.childOrNew(Name.of("a"), Kind.FOLDER).childOrNew(Name.of("b"), Kind.FOLDER));
    set("other", 1);
    Entry a = workspace.root().child("code").entry(Name.of("a")).orElseThrow();
    watch(new WatchTarget.OfSubtree(a.id()));
    set("other", 2);
    assertEquals("", told());
    change(
        "deep",
        code ->
            code.child(a.id())
                .child(Name.of("b"))
                .childOrNew(Name.of("c"), Kind.DATA)
                .childOrNew(Name.of("d"), Kind.DATA));
    assertEquals("C:code.a C:code.a.b C:code.a.b.c C:code.a.b.c.d", told());
    Entry now = workspace.root().child("code").entry(Name.of("a")).orElseThrow();
    change("remove", code -> code.remove(a.id()));
    assertEquals("R:code.a R:code.a.b R:code.a.b.c R:code.a.b.c.d", told());
    change("again", code -> code.childOrNew(Name.of("f"), Kind.FOLDER).put(now));
    assertEquals("C:code.f.a C:code.f.a.b C:code.f.a.b.c C:code.f.a.b.c.d", told());
    change(
        "out",
        code -> {
          NodeBuilder b = code.child(Name.of("f")).child(a.id()).child(Name.of("b"));
          Entry c = b.entry(Name.of("c")).orElseThrow();
          b.remove(c.id());
          code.put(c);
        });
    assertEquals("M:code.f.a.b.c>code.c C:code.f.a C:code.f.a.b", told());
  }

  @Test
  void aSelectorIsToldWhatItFindsNow() throws Exception {
    set("x", 1);
    set("y", 2);
    watch(found("[value=2]"));
    set("x", 2);
    assertEquals("C:code.x", told());
    set("y", 3);
    assertEquals("R:code.y", told());
    change("mark", code -> code.child(Name.of("x")).metadata("m", Value.of(true)));
    assertEquals("C:code.x", told());
    set("z", 1);
    assertEquals("", told());
  }

  @Test
  void allIsToldInTheOrderOfTheLaterTree() throws Exception {
    set("b", 1);
    set("d", 1);
    watch(ALL);
    change(
        "much",
        code -> {
          code.childOrNew(Name.of("a"), Kind.DATA);
          code.child(Name.of("d")).value(Value.of(5));
          code.remove(Name.of("b"));
          code.childOrNew(Name.of("c"), Kind.FOLDER).childOrNew(Name.of("e"), Kind.DATA);
        });
    assertEquals("C:code C:code.a C:code.c C:code.c.e C:code.d R:code.b", told());
    change("nothing", code -> code.childOrNew(Name.of("a"), Kind.DATA));
    assertEquals("", told());
  }

  @Test
  void changesThatCancelWhileAWatcherIsSlowAreOneOrNone() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    watchers.watch(
        "slow",
        found("[name^=x]"),
        event -> {
          seen.add(event);
          inside.countDown();
          await(go);
        });
    set("x", 0);
    await(inside);
    CountDownLatch others = new CountDownLatch(1);
    watchers.watch("quick", ALL, event -> others.countDown());
    int changes = 1100;
    for (int i = 1; i <= changes; i++) {
      set("x", i);
    }
    await(others);
    go.countDown();
    assertTrue(workspace.awaitObservers(LONG));
    assertEquals(changes + 1, seen.stream().mapToInt(event -> event.change().count()).sum());
    assertTrue(seen.size() < changes);
    for (int i = 1; i < seen.size(); i++) {
      assertEquals(
          seen.get(i - 1).change().after().operation(), seen.get(i).change().before().operation());
    }
    NodeChange last = seen.get(seen.size() - 1).nodes().get(0);
    assertEquals(Value.of(changes), last.after().orElseThrow().node().value());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWatcherThatThrowsHarmsNobody() throws Exception {
    Watch broken =
        watchers.watch(
            "broken",
            ALL,
            event -> {
              throw new IllegalStateException("a watcher that is broken; the log says so");
            });
    watch(ALL);
    set("x", 1);
    set("x", 2);
    assertEquals("C:code C:code.x; C:code C:code.x", told());
    assertEquals(2, broken.failures());
    assertEquals("broken", broken.name());
    assertEquals(ALL, broken.target());
  }

  @Test
  void afterClosingNoCallBegins() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Watch watch =
        watchers.watch(
            "closed",
            ALL,
            event -> {
              seen.add(event);
              inside.countDown();
              await(go);
            });
    set("x", 1);
    set("x", 2);
    await(inside);
    watch.close();
    watch.close();
    go.countDown();
    set("x", 3);
    assertEquals("C:code C:code.x", told());
  }

  @Test
  void aWatcherMayCloseItselfAndChangeTheProject() throws Exception {
    List<Watch> self = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch known = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    self.add(
        watchers.watch(
            "once",
            ALL,
            event -> {
              await(known);
              self.get(0).close();
              seen.add(event);
              set("y", 1);
              changed.countDown();
            }));
    known.countDown();
    set("x", 1);
    // A watch that is closed is not waited for, even while it is being told.
    await(changed);
    set("x", 2);
    assertEquals("C:code C:code.x", told());
    assertTrue(workspace.root().child("code").child("y").exists());
  }

  @Test
  void onlyWhatHappensAfterwardsIsTold() throws Exception {
    for (int i = 0; i < 200; i++) {
      set("x", i);
      List<WatchEvent> events = Collections.synchronizedList(new ArrayList<>());
      try (Watch watch = watchers.watch("w" + i, ALL, events::add)) {
        assertEquals("w" + i, watch.name());
        set("y", i);
        assertTrue(workspace.awaitObservers(LONG));
      }
      assertEquals(1, events.size());
      assertEquals("y=" + i, events.get(0).change().operation().description());
    }
  }

  @Test
  void whoBeginsAmongManyChangesMissesNoneAndIsToldNoneTwice() throws Exception {
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 300; i++) {
                set("x", i);
              }
            });
    writer.start();
    List<List<WatchEvent>> all = new ArrayList<>();
    while (writer.isAlive()) {
      List<WatchEvent> events = Collections.synchronizedList(new ArrayList<>());
      all.add(events);
      watchers.watch("w", ALL, events::add);
      Thread.onSpinWait();
      if (all.size() > 40) {
        writer.join();
      }
    }
    assertTrue(workspace.awaitObservers(LONG));
    for (List<WatchEvent> events : all) {
      for (int i = 0; i < events.size(); i++) {
        Change change = events.get(i).change();
        if (i > 0) {
          assertEquals(events.get(i - 1).change().after().operation(), change.before().operation());
        }
        if (i == events.size() - 1) {
          assertEquals(workspace.state().operation(), change.after().operation());
        }
      }
    }
  }

  @Test
  void closingTheProjectEndsAllWatches() throws Exception {
    Watch watch = watchers.watch("w", ALL, seen::add);
    set("x", 1);
    services.close();
    set("x", 2);
    assertFalse(told().contains(";"));
    watch.close();
    assertThrows(IllegalStateException.class, () -> watchers.watch("late", ALL, seen::add));
  }
}
