package org.fxd.graph.core.cursor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Cursor;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Savepoint;
import org.fxd.graph.api.workspace.Session;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is done with cursors, a simple tree that has the same done to it looks the same. */
class CursorProperties {
  private static final NodePath CODE = NodePath.of("code");

  private final Nodes nodes = new GraphNodes();
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());

  @AfterEach
  void closeAll() {
    projects.close();
  }

  /** What is edited, twice: with cursors and as a model. */
  private final class Pair {
    private final Choices choices;
    private final Transaction transaction;
    private final Map<NodeId, Cursor> cursors = new HashMap<>();
    private ModelTree model;

    Pair(Choices choices, Transaction transaction) {
      this.choices = choices;
      this.transaction = transaction;
      Cursor code = transaction.at(CODE);
      model = ModelTree.of(code.id(), code.name(), code.node());
    }

    /** A cursor that was used before, or a new one, by id or by path. */
    Cursor cursor(ModelTree node) {
      return switch (choices.below(3)) {
        case 0 -> cursors.computeIfAbsent(node.id, transaction::at);
        case 1 -> transaction.at(node.id);
        default -> {
          Cursor cursor = transaction.at(transaction.at(node.id).path());
          cursors.put(node.id, cursor);
          yield cursor;
        }
      };
    }

    ModelTree any() {
      List<ModelTree> all = model.all();
      return all.isEmpty() ? model : choices.pick(all);
    }

    Name name() {
      return Name.of("n" + choices.below(12));
    }

    /** One edit; what may not be is refused. */
    void edit() {
      ModelTree node = any();
      ModelTree other = choices.chance(80) ? any() : model;
      switch (choices.below(8)) {
        case 0 -> append(other, name());
        case 1 -> set(node);
        case 2 -> rename(node, name());
        case 3 -> moveTo(node, other);
        case 4 -> moveBeside(node, other, choices.chance(50));
        case 5 -> remove(node);
        case 6 -> create(other);
        default -> type(node);
      }
    }

    private void append(ModelTree parent, Name name) {
      Node child =
          choices.chance(50)
              ? nodes.leaf(Kind.DATA, NodeGenerator.value(choices))
              : nodes.builder(choices.chance(50) ? Kind.FOLDER : Kind.DATA).build();
      if (parent.kind.sortedByName() && parent.has(name)) {
        assertThrows(UsageException.class, () -> cursor(parent).append(name, child));
        return;
      }
      Cursor added = cursor(parent).append(name, child);
      cursors.put(added.id(), added);
      parent.add(ModelTree.of(added.id(), name, child), -1);
    }

    private void create(ModelTree parent) {
      Name name = name();
      Cursor cursor = cursor(parent).at(NodePath.ROOT.child(name));
      assertEquals(parent.has(name), cursor.exists());
      cursor.create();
      if (!parent.has(name)) {
        parent.add(new ModelTree(cursor.id(), name, Kind.DATA), -1);
      }
    }

    private void set(ModelTree node) {
      node.value = NodeGenerator.value(choices);
      assertEquals(node.value, cursor(node).set(node.value).get());
    }

    private void type(ModelTree node) {
      String type = "t" + choices.below(3);
      cursor(node).addType(type);
      Types types = Types.of(node.metadata.getOrDefault(Types.KEY, Value.NONE)).with(type);
      node.metadata.put(Types.KEY, types.value());
    }

    private void rename(ModelTree node, Name name) {
      ModelTree parent = node.parent.orElse(model);
      if (node == model
          || parent.kind.sortedByName() && parent.has(name) && !node.name.equals(name)) {
        if (node != model) {
          assertThrows(UsageException.class, () -> cursor(node).rename(name));
        }
        return;
      }
      cursor(node).rename(name);
      node.name = name;
      parent.sort();
    }

    private void moveTo(ModelTree node, ModelTree to) {
      if (node == model) {
        return;
      }
      boolean same = node.parent.orElseThrow() == to;
      if (to.isWithin(node) || !same && to.kind.sortedByName() && to.has(node.name)) {
        assertThrows(UsageException.class, () -> cursor(node).moveTo(cursor(to)));
        return;
      }
      cursor(node).moveTo(cursor(to));
      node.remove();
      to.add(node, -1);
    }

    private void moveBeside(ModelTree node, ModelTree sibling, boolean before) {
      if (node == model || sibling == model) {
        return;
      }
      ModelTree to = sibling.parent.orElseThrow();
      boolean circle = to.isWithin(node);
      Cursor cursor = cursor(node);
      Cursor mark = cursor(sibling);
      if (to.kind.sortedByName() || circle && node != sibling) {
        assertThrows(
            UsageException.class,
            () -> {
              if (before) {
                cursor.moveBefore(mark);
              } else {
                cursor.moveAfter(mark);
              }
            });
        return;
      }
      if (before) {
        cursor.moveBefore(mark);
      } else {
        cursor.moveAfter(mark);
      }
      if (node != sibling) {
        node.remove();
        to.add(node, to.children.indexOf(sibling) + (before ? 0 : 1));
      }
    }

    private void remove(ModelTree node) {
      if (node == model) {
        return;
      }
      cursor(node).remove();
      assertFalse(transaction.at(node.id).exists());
      assertThrows(NotFoundException.class, () -> transaction.at(node.id).set("gone"));
      cursors.remove(node.id);
      node.remove();
    }

    void check() {
      model.check(transaction.root().child(Name.of("code")).build());
      cursors.forEach(
          (id, cursor) -> {
            if (cursor.exists()) {
              assertEquals(id, cursor.id());
              assertEquals(id, transaction.at(cursor.path()).id());
            }
          });
    }
  }

  private Session session() {
    Workspace workspace = projects.createInMemory();
    return workspace.session(new Origin("Ada", "test"));
  }

  private void filled(Choices choices, Session session) {
    session.change(
        "fill",
        transaction -> {
          Pair pair = new Pair(choices, transaction);
          for (int edits = choices.below(25); edits > 0; edits--) {
            pair.edit();
          }
        });
  }

  @Test
  void cursorsDoWhatTheModelDoes() {
    Property.seeded(1000)
        .runs(120)
        .check(
            choices -> {
              Session session = session();
              for (int round = choices.between(1, 3); round > 0; round--) {
                ModelTree after;
                try (Transaction transaction = session.begin()) {
                  Pair pair = new Pair(choices, transaction);
                  for (int edits = choices.below(25); edits > 0; edits--) {
                    pair.edit();
                    if (choices.chance(20)) {
                      pair.check();
                    }
                  }
                  pair.check();
                  transaction.commit("edits");
                  after = pair.model;
                }
                Node code = session.workspace().root().child("code");
                after.check(code);
                for (ModelTree node : after.all()) {
                  assertEquals(node.value, session.at(node.id).get());
                }
              }
            });
  }

  @Test
  void goingBackGivesTheStateAtTheSavepoint() {
    Property.seeded(2000)
        .runs(80)
        .check(
            choices -> {
              Session session = session();
              filled(choices, session);
              try (Transaction transaction = session.begin()) {
                Pair pair = new Pair(choices, transaction);
                Deque<Savepoint> savepoints = new ArrayDeque<>();
                Deque<ModelTree> models = new ArrayDeque<>();
                Deque<Hash> hashes = new ArrayDeque<>();
                for (int steps = choices.between(1, 30); steps > 0; steps--) {
                  int what = choices.below(10);
                  if (what == 9) {
                    savepoints.push(transaction.savepoint());
                    models.push(pair.model.copy());
                    hashes.push(transaction.root().build().hash());
                  } else if (what == 8 && !savepoints.isEmpty()) {
                    for (int out = choices.below(savepoints.size()); out > 0; out--) {
                      savepoints.pop();
                      models.pop();
                      hashes.pop();
                    }
                    savepoints.element().rollback();
                    pair.model = models.element().copy();
                    assertEquals(hashes.element(), transaction.root().build().hash());
                  } else {
                    pair.edit();
                  }
                }
                pair.check();
                transaction.commit("some of it");
                pair.model.check(session.workspace().root().child("code"));
              }
            });
  }

  @Test
  void theOrderOfEditsOfDifferentNodesDoesNotShow() {
    Property.seeded(3000)
        .runs(80)
        .check(
            choices -> {
              Session session = session();
              filled(choices, session);
              Node code = session.workspace().root().child("code");
              List<Edit> edits = new ArrayList<>();
              for (ModelTree node : ModelTree.of(NodeId.random(), Name.of("code"), code).all()) {
                if (choices.chance(60)) {
                  edits.add(edit(choices, node));
                }
              }
              Hash first = done(session, edits);
              List<Edit> other = new ArrayList<>();
              while (!edits.isEmpty()) {
                other.add(edits.remove(choices.below(edits.size())));
              }
              assertEquals(first, done(session, other));
            });
  }

  /** An edit of one node that touches no other. */
  private record Edit(NodeId id, int what, Value value) {
    void with(Cursor cursor) {
      switch (what) {
        case 0 -> cursor.set(value);
        case 1 -> cursor.metadata("m", value);
        case 2 -> cursor.addType("some").addType("more");
        default -> cursor.rename(Name.of("r " + id));
      }
    }
  }

  private static Edit edit(Choices choices, ModelTree node) {
    return new Edit(node.id, choices.below(4), NodeGenerator.value(choices));
  }

  private static Hash done(Session session, List<Edit> edits) {
    try (Transaction transaction = session.begin()) {
      edits.forEach(edit -> edit.with(transaction.at(edit.id())));
      return transaction.root().build().hash();
    }
  }

  @Test
  void editsThatAreTakenBackLeaveNothing() {
    Property.seeded(4000)
        .runs(80)
        .check(
            choices -> {
              Session session = session();
              filled(choices, session);
              Hash before = session.workspace().root().hash();
              Deque<Runnable> back = new ArrayDeque<>();
              Set<NodeId> moved = new HashSet<>();
              for (int edits = choices.below(8); edits > 0; edits--) {
                Node code = session.workspace().root().child("code");
                List<ModelTree> all = ModelTree.of(NodeId.random(), Name.of("code"), code).all();
                if (all.isEmpty()) {
                  return;
                }
                takenBack(session, choices, choices.pick(all), back, moved);
              }
              back.forEach(Runnable::run);
              assertEquals(before, session.workspace().root().hash());
            });
  }

  private void takenBack(
      Session session, Choices choices, ModelTree node, Deque<Runnable> back, Set<NodeId> moved) {
    Cursor cursor = session.at(node.id);
    switch (choices.below(4)) {
      case 0 -> {
        Value was = cursor.get();
        cursor.set(NodeGenerator.value(choices));
        back.push(() -> cursor.set(was));
      }
      case 1 -> {
        Name was = cursor.name();
        cursor.rename(Name.of("r " + back.size()));
        back.push(() -> cursor.rename(was));
      }
      case 2 -> {
        Cursor added =
            cursor.append(Name.of("a " + back.size()), nodes.leaf(Kind.DATA, node.value));
        back.push(added::remove);
      }
      default -> {
        Cursor parent = cursor.parent().orElseThrow();
        if (parent.node().kind().sortedByName() && moved.add(node.id)) {
          Cursor to = session.at(CODE).at("folder " + back.size()).create(Kind.FOLDER);
          cursor.moveTo(to);
          back.push(to::remove);
          back.push(() -> cursor.moveTo(parent));
        }
      }
    }
  }

  @Test
  void theDifferenceOfTwoStatesMakesOneOfTheOther() {
    Property.seeded(5000)
        .runs(60)
        .check(
            choices -> {
              Session session = session();
              filled(choices, session);
              Node before = session.workspace().root();
              filled(choices, session);
              Node after = session.workspace().root();
              assertEquals(after, nodes.replay(before, after, before));
              assertEquals(before, nodes.replay(after, before, after));
              assertEquals(before.equals(after), nodes.compare(before, after, change -> false));
              assertTrue(nodes.compare(after, after, change -> false));
            });
  }
}
