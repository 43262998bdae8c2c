package org.fxd.graph.core.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.LiveGroup;
import org.fxd.graph.api.group.MembersDiff;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.SelectorException;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.delta.Deltas;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class LiveGroupTest {
  private static final Group DATA = Group.EMPTY.include(".data").exclude("[value=0]");

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final ProjectWorkspace workspace = (ProjectWorkspace) projects.createInMemory();
  private final Deque<Runnable> timers = new ArrayDeque<>();
  private final ProjectGroups groups =
      new ProjectGroups(
          workspace,
          projects.observers().listeners(),
          this::wait,
          workspace.finder(),
          projects.projectors(),
          new Deltas(projects.projectors()));
  private final List<MembersDiff> told = Collections.synchronizedList(new ArrayList<>());

  private synchronized void wait(Duration delay, Runnable task) {
    timers.add(task);
  }

  private synchronized int timers() {
    return timers.size();
  }

  /** As if the time had passed. */
  private void runTimers() {
    assertEquals(1, timers(), "one timer, however many changes");
    timers.remove().run();
  }

  @AfterEach
  void close() {
    groups.close();
    projects.close();
  }

  private void set(String name, int value) throws InterruptedException {
    workspace.change(
        new Origin("me", "test"),
        name,
        transaction ->
            transaction
                .root()
                .child(Name.of("code"))
                .childOrNew(Name.of(name), Kind.DATA)
                .value(Value.of(value)));
    assertTrue(workspace.awaitObservers(Duration.ofSeconds(30)));
  }

  private static String names(List<Match> list) {
    return list.stream().map(match -> match.name().toString()).collect(Collectors.joining(","));
  }

  @Test
  void membersAreBroughtUpToDateByWhoAsks() throws Exception {
    set("b", 1);
    LiveGroup live = groups.follow("test", DATA, told::add);
    assertEquals("b", names(live.members().list()));
    set("a", 1);
    set("c", 0);
    assertEquals("a,b", names(live.members().list()));
    assertEquals(workspace.root(), live.members().root());
    set("b", 0);
    assertEquals("a", names(live.members().list()));
    assertTrue(told.isEmpty() && timers() == 0, "it is not reactive");
    assertEquals(DATA, live.group());
    live.close();
    live.close();
    set("d", 1);
    assertEquals("a", names(live.members().list()));
  }

  @Test
  void changesAreFoldedUntilTheTimeHasPassed() throws Exception {
    set("a", 1);
    Group group = DATA.reactive(true).debounce(Duration.ofSeconds(1));
    LiveGroup live = groups.follow("test", group, told::add);
    set("b", 1);
    set("b", 0);
    set("c", 1);
    set("a", 2);
    assertTrue(told.isEmpty());
    assertEquals("a,c", names(live.members().list()));
    runTimers();
    assertEquals(1, told.size());
    MembersDiff diff = told.remove(0);
    assertEquals("c", names(diff.come()));
    assertEquals("", names(diff.gone()));
    assertEquals("a", names(diff.changed()));
    assertEquals("a", names(diff.before().list()));
    assertEquals("a,c", names(diff.after().list()));
    set("d", 0);
    runTimers();
    assertTrue(told.isEmpty(), "nothing that concerns it");
    set("e", 1);
    live.close();
    runTimers();
    assertTrue(told.isEmpty(), "it is closed");
  }

  @Test
  void withoutATimeToWaitEachChangeIsTold() throws Exception {
    groups.follow("test", DATA.reactive(true), told::add);
    set("a", 1);
    set("b", 1);
    assertEquals(List.of("a", "b"), told.stream().map(diff -> names(diff.come())).toList());
  }

  @Test
  void aListenerThatThrowsIsToldOfTheNextChangeAllTheSame() throws Exception {
    groups.follow(
        "broken",
        DATA.reactive(true),
        diff -> {
          told.add(diff);
          throw new IllegalStateException("a listener that is broken; the log says so");
        });
    set("a", 1);
    set("b", 1);
    assertEquals(2, told.size());
  }

  @Test
  void whatIsNoSelectorIsSaid() {
    assertThrows(
        SelectorException.class, () -> groups.follow("test", Group.EMPTY.include("["), told::add));
  }

  @Test
  void closingTheProjectEndsThem() throws Exception {
    groups.follow("test", DATA.reactive(true), told::add);
    groups.close();
    set("a", 1);
    assertTrue(told.isEmpty());
    assertThrows(IllegalStateException.class, () -> groups.follow("late", DATA, told::add));
  }
}
