package org.fxd.graph.core.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.FaultyStore;
import org.fxd.testkit.OneStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One child among very many is edited without reading the others. */
class WideCursorTest {
  private static final int WIDE = 40_000;

  /** What an edit may read: some chunks on each level, and the nodes on the way. */
  private static final int FEW = 60;

  private final FaultyStore store = new FaultyStore(new MemoryStores().create(Path.of("memory")));
  private final OpenProjects projects = OpenProjects.over(new OneStore(store));

  private final Session session = projects.createInMemory().session(new Origin("Ada", "test"));

  @AfterEach
  void closeAll() {
    projects.close();
  }

  private void few(Runnable edit) {
    int before = store.reads();
    edit.run();
    int reads = store.reads() - before;
    assertTrue(reads <= FEW, reads + " reads");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "folder"})
  void oneOfVeryManyIsEdited(String kind) {
    Node leaf = new GraphNodes().leaf(Kind.DATA, Value.of("x"));
    List<Entry> entries = new ArrayList<>(WIDE);
    for (int i = 0; i < WIDE; i++) {
      entries.add(
          new Entry(new NodeId(1, i), Name.of(String.format("n%07d", i)), Place.NONE, leaf));
    }
    Node wide = new GraphNodes().builder(new Kind(kind)).appendAll(entries).build();
    NodePath path = NodePath.parse("code.wide");
    session.change(
        "fill", transaction -> transaction.at(NodePath.of("code")).append(Name.of("wide"), wide));
    entries.clear();
    Cursor parent = session.at(path);
    List<Cursor> children = parent.children();
    assertEquals(WIDE, children.size());
    Cursor one = children.get(WIDE / 2);
    Cursor two = children.get(WIDE / 3);
    Cursor other = session.at(NodePath.parse("code.other")).create();
    few(() -> one.set("y"));
    few(() -> one.metadata("m", Value.of(1)));
    few(() -> assertEquals(Value.of("y"), one.get()));
    few(() -> one.rename(Name.of("renamed")));
    Cursor[] added = new Cursor[1];
    few(() -> added[0] = parent.append(Name.of("added"), leaf));
    few(() -> added[0].set("z"));
    if (!new Kind(kind).sortedByName()) {
      few(() -> added[0].moveBefore(two));
      few(() -> one.moveAfter(added[0]));
    }
    few(() -> one.moveTo(other));
    few(() -> one.moveTo(parent));
    few(two::remove);
    few(() -> assertTrue(one.exists()));
    try (Transaction transaction = session.begin()) {
      few(
          () -> {
            Cursor again = transaction.at(path).append(Name.of("again"), leaf);
            for (int i = 0; i < 20; i++) {
              again.set(i).rename(Name.of("again " + i));
              transaction.at(path).append(Name.of("more " + i), leaf);
            }
            transaction.commit("in one");
          });
    }
    assertFalse(two.exists());
    assertEquals(WIDE + 21, parent.node().size());
    assertEquals("renamed", one.name().toString());
  }
}
