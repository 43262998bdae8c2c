package org.fxd.graph.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.watch.NodeTopics;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

class NodeEventsTest {
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final Workspace workspace = projects.createInMemory();
  private final List<Event> posted = new ArrayList<>();
  private final EventAdmin admin =
      new EventAdmin() {
        @Override
        public void postEvent(Event event) {
          posted.add(event);
        }

        @Override
        public void sendEvent(Event event) {
          throw new AssertionError("sent, not posted");
        }
      };

  @AfterEach
  void close() {
    projects.close();
  }

  private void change(Object asked, Consumer<NodeBuilder> edit) {
    posted.clear();
    Change change =
        workspace.change(
            new Origin("me", "test"),
            "edit",
            transaction -> edit.accept(transaction.root().child(Name.of("code"))));
    new NodeEvents(() -> Optional.of(admin), new Listening(() -> List.of(asked)), new Projectors())
        .changed(workspace, change);
  }

  private static NodeBuilder put(NodeBuilder at, String name) {
    return at.childOrNew(Name.of(name), Kind.DATA);
  }

  @Test
  void oneEventForEachNodeAndForAllThatCameWithIt() {
    change("*", code -> put(put(put(code, "a"), "b"), "c"));
    assertEquals(1, posted.size());
    assertEquals(NodeTopics.CREATED, posted.get(0).getTopic());
    assertEquals("code.a", posted.get(0).getProperty(NodeTopics.PATH));
    change(
        "org/fxd/graph/node/*",
        code -> {
          code.child(Name.of("a")).value(Value.of(1));
          code.put(code.entry(Name.of("a")).orElseThrow().withName(Name.of("z")));
          put(code, "new");
        });
    assertEquals(
        List.of(NodeTopics.CREATED, NodeTopics.MOVED, NodeTopics.CHANGED),
        posted.stream().map(Event::getTopic).toList());
    Event moved = posted.get(1);
    assertEquals("code.z", moved.getProperty(NodeTopics.PATH));
    assertEquals("code.a", moved.getProperty(NodeTopics.PATH_BEFORE));
    assertTrue(moved.containsProperty(NodeTopics.HASH_BEFORE));
    assertTrue(moved.containsProperty(NodeTopics.HASH_AFTER));
    change(new String[] {"other/topic", NodeTopics.REMOVED}, code -> code.remove(Name.of("z")));
    assertEquals(1, posted.size());
    assertEquals("code.z", posted.get(0).getProperty(NodeTopics.PATH));
    assertEquals("data", posted.get(0).getProperty(NodeTopics.KIND));
  }

  @Test
  void onlyWhatSomeoneListensToIsPosted() {
    change(NodeTopics.CHANGED, code -> put(code, "a"));
    assertTrue(posted.isEmpty());
    change(List.of(NodeTopics.CHANGED), code -> put(put(code, "a"), "b").value(Value.of(1)));
    assertTrue(posted.isEmpty(), "what is below a node is not the node's own");
    change("org/fxd/graph/*", code -> put(code, "a").value(Value.of(1)));
    assertEquals(1, posted.size());
  }

  @Test
  void thereIsAMost() {
    change(
        "org/*",
        code -> {
          for (int i = 0; i < NodeTopics.MOST + 10; i++) {
            put(code, "n" + i);
          }
        });
    assertEquals(NodeTopics.MOST, posted.size());
  }

  @Test
  void patternsAreThoseOfEventAdmin() {
    assertEquals(Set.of(), wanted("org/fxd/graph/CHANGED"));
    assertEquals(Set.of(), wanted("org/fxd/graph/nod*"));
    assertEquals(Set.of(), wanted(42));
    assertEquals(4, wanted("org/fxd/*").size());
    assertEquals(4, wanted("*").size());
    assertEquals(Set.of(NodeTopics.MOVED), wanted(NodeTopics.MOVED));
  }

  private static Set<String> wanted(Object asked) {
    return new Listening(() -> List.of(asked)).get();
  }
}
