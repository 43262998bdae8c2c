package org.fxd.graph.core.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.ownership.Ownership;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Projects as they were, beside what they are. */
class PastTest {
  private static final Origin ADA = new Origin("Ada <ada@example.org>", "test");
  private static final Origin BOB = new Origin("Bob <bob@example.org>", "test");

  private final Map<String, ProjectWorkspace> opened = new HashMap<>();
  private final OpenProjects projects =
      new OpenProjects(
          type -> new MemoryStores(),
          (workspace, store) -> {
            opened.put(workspace.project(), workspace);
            return () -> opened.remove(workspace.project());
          },
          Clock.systemUTC());
  private final Workspace live = projects.createInMemory();

  @AfterEach
  void close() {
    projects.close();
  }

  @Test
  void afterAnOperationAllIsAsItWas() {
    Operation one = put(ADA, "a", "1");
    Hash commit = Hash.ofContent(new byte[] {1});
    live.change(ADA, "branch", t -> t.ref(State.BRANCHES + "x", Ref.to(commit)));
    Operation then = put(BOB, "b", "2");
    put(BOB, "a", "3");
    live.change(ADA, "no branch", t -> t.ref(State.BRANCHES + "x", null));
    Workspace past = projects.openAt(live, then);
    assertEquals(live.project() + "@op:" + then.id().brief(), past.project());
    assertEquals("1", text(past, "a"));
    assertEquals(Optional.of(Ref.to(commit)), past.state().ref(State.BRANCHES + "x"));
    assertEquals(then, past.operations().iterator().next());
    assertEquals(List.of("a", "b"), found(past, ".data"));
    assertEquals(Optional.empty(), past.file());
    assertTrue(past.isReadOnly());
    assertEquals(
        one.after(), new ProjectOperationLog(opened.get(past.project())).find("@--").after());
  }

  @Test
  void itStaysWhateverIsDone() {
    Operation then = put(ADA, "a", "1");
    Workspace past = projects.openAt(live, then);
    put(ADA, "a", "2");
    put(ADA, "b", "2");
    assertEquals("1", text(past, "a"));
    assertEquals(List.of("a"), found(past, ".data"));
    assertEquals(List.of("a", "b"), found(live, ".data"));
  }

  @Test
  void nothingInItCanBeChanged() {
    Workspace past = projects.openAt(live, put(ADA, "a", "1"));
    RefusedException refused =
        assertThrows(RefusedException.class, () -> past.change(ADA, "x", t -> {}));
    assertTrue(refused.getMessage().contains("as it was"), refused.getMessage());
    ProjectWorkspace itself = opened.get(past.project());
    assertThrows(RefusedException.class, () -> new ProjectOperationLog(itself).undo(ADA));
    assertThrows(RefusedException.class, () -> itself.store().begin());
    assertThrows(RefusedException.class, () -> itself.store().compact());
  }

  @Test
  void whoMadeWhatIsAsOfThen() {
    put(ADA, "a", "1");
    Operation then = put(BOB, "a", "2");
    put(ADA, "a", "3");
    Workspace past = projects.openAt(live, then);
    NodeId id = live.root().child(Workspace.CODE).entry(Name.of("a")).orElseThrow().id();
    Ownership was = opened.get(past.project()).owners().of(id).orElseThrow();
    assertEquals(BOB.principal(), was.modified().origin().principal());
    Ownership is = opened.get(live.project()).owners().of(id).orElseThrow();
    assertEquals(ADA.principal(), is.modified().origin().principal());
  }

  @Test
  void anyRootCanBeLookedAt() {
    put(ADA, "a", "1");
    var root = live.root();
    Hash commit = Hash.ofContent(new byte[] {1});
    put(ADA, "a", "2");
    Workspace past = projects.openAt(live, "1234", root, commit);
    assertEquals(root, past.root());
    assertEquals(List.of("a"), found(past, ".data"));
    assertEquals(Optional.of(commit), past.state().resolve(State.HEAD));
    assertEquals(1, past.state().refs("").size());
  }

  @Test
  void severalOfOneTimeDoNotDisturbEachOther() {
    Operation then = put(ADA, "a", "1");
    Workspace one = projects.openAt(live, then);
    Workspace two = projects.openAt(live, then);
    assertFalse(one.project().equals(two.project()));
    projects.close(one);
    assertEquals("1", text(two, "a"));
    assertEquals(List.of(live, two), projects.all());
  }

  @Test
  void theTimesOfAProjectCloseWithIt() {
    projects.openAt(live, put(ADA, "a", "1"));
    projects.close(live);
    assertEquals(List.of(), projects.all());
    assertTrue(opened.isEmpty());
  }

  @Test
  void whatIsLookedAtIsNotCollected() throws Exception {
    Operation then = put(ADA, "a", "once and never again");
    put(ADA, "a", "2");
    Workspace past = projects.openAt(live, then);
    Workspace another = projects.openAt(live, then);
    another.root().hash();
    Thread.sleep(2);
    collect();
    assertEquals("once and never again", text(past, "a"));
    projects.close(past);
    projects.close(another);
    Workspace gone = projects.openAt(live, then);
    assertEquals("once and never again", text(gone, "a"));
    projects.close(gone);
    collect();
    assertThrows(StoreException.class, () -> text(projects.openAt(live, then), "a"));
  }

  private void collect() {
    new ProjectServices(projects, opened.get(live.project()))
        .upkeep()
        .collect(new CollectOptions(Duration.ZERO, false), Progress.NONE, Cancellation.none());
  }

  private Operation put(Origin who, String name, String text) {
    return live.change(
            who,
            "put " + name,
            t ->
                t.root()
                    .child(Name.of(Workspace.CODE))
                    .childOrNew(Name.of(name), Kind.DATA)
                    .value(Value.of(text)))
        .operation();
  }

  private static String text(Workspace workspace, String name) {
    return workspace.root().child(Workspace.CODE).child(name).value().toString();
  }

  private List<String> found(Workspace workspace, String selector) {
    return opened
        .get(workspace.project())
        .finder()
        .select(workspace.root(), new TreeSelectors().compile(selector))
        .stream()
        .map(Match::entry)
        .map(Entry::name)
        .map(Name::toString)
        .toList();
  }
}
