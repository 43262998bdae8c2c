package org.fxd.graph.core.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.memory.MemoryStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectGroupsTest {
  private static final Name TODO = Name.of("todo");
  private static final Name DONE = Name.of("done");
  private static final NodeId A = new NodeId(1, 1);

  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  private final ProjectWorkspace workspace = (ProjectWorkspace) projects.createInMemory();
  private final Groups groups = new ProjectServices(projects, workspace).groups();

  @AfterEach
  void close() {
    projects.close();
  }

  private Change change(Consumer<Transaction> edit) {
    return workspace.change(new Origin("me", "test"), "edit", edit);
  }

  @Test
  void aGroupIsKeptFoundRenamedAndRemoved() {
    Group group = Group.EMPTY.add(A).include(".snippet").reactive(true);
    change(transaction -> groups.put(transaction, TODO, group));
    assertEquals(group, groups.find(workspace.root(), TODO).orElseThrow());
    change(transaction -> groups.rename(transaction, TODO, DONE));
    assertEquals(List.of(DONE), List.copyOf(groups.all(workspace.root()).keySet()));
    change(transaction -> groups.remove(transaction, DONE));
    assertTrue(groups.all(workspace.root()).isEmpty());
    assertEquals(
        0,
        change(transaction -> groups.put(transaction, DONE, group))
            .after()
            .root()
            .child("views")
            .size());
  }

  @Test
  void puttingTheSameAgainIsNoChange() {
    Group group = Group.EMPTY.add(A).exclude(".file");
    change(transaction -> groups.put(transaction, TODO, group));
    assertEquals(0, change(transaction -> groups.put(transaction, TODO, group)).count());
  }

  @Test
  void whatCannotBeSaysWhy() {
    Group group = Group.EMPTY.add(A);
    change(
        transaction -> {
          groups.put(transaction, TODO, group);
          groups.put(transaction, DONE, group);
          transaction.root().child(Name.of("groups")).childOrNew(Name.of("notes"), Kind.FOLDER);
        });
    NotFoundException near =
        assertThrows(
            NotFoundException.class,
            () -> change(transaction -> groups.remove(transaction, Name.of("tood"))));
    assertEquals("There is no group 'tood'.", near.getMessage());
    assertEquals("Did you mean todo?", near.hint().orElseThrow());
    assertThrows(
        NotFoundException.class,
        () -> change(transaction -> groups.rename(transaction, Name.of("x"), DONE)));
    FxdException taken =
        assertThrows(
            FxdException.class,
            () -> change(transaction -> groups.rename(transaction, TODO, DONE)));
    assertTrue(taken.getMessage().contains("'done'"));
    assertThrows(
        FxdException.class,
        () -> change(transaction -> groups.put(transaction, Name.of("notes"), group)));
    assertThrows(
        UsageException.class,
        () -> change(transaction -> groups.put(transaction, Name.EMPTY, group)));
    assertThrows(
        UsageException.class,
        () -> change(transaction -> groups.put(transaction, TODO, group.include("[oops"))));
    assertEquals(2, groups.all(workspace.root()).size());
  }

  @Test
  void aRootWithoutTheFolderGetsIt() {
    NodeId before = workspace.root().entry(Name.of("groups")).orElseThrow().id();
    change(transaction -> transaction.root().remove(Name.of("groups")));
    assertTrue(groups.all(workspace.root()).isEmpty());
    assertTrue(groups.find(workspace.root(), TODO).isEmpty());
    assertThrows(
        NotFoundException.class, () -> change(transaction -> groups.remove(transaction, TODO)));
    change(transaction -> groups.put(transaction, TODO, Group.EMPTY));
    assertEquals(before, workspace.root().entry(Name.of("groups")).orElseThrow().id());
  }

  @Test
  void membersAreThoseOfTheListThenThoseSelected() {
    change(
        transaction -> {
          NodeBuilder code = transaction.root().child(Name.of("code"));
          for (String name : List.of("a", "b", "c", "d")) {
            code.childOrNew(Name.of(name), Kind.DATA);
          }
        });
    Node code = workspace.root().child("code");
    NodeId c = code.entry(Name.of("c")).orElseThrow().id();
    NodeId b = code.entry(Name.of("b")).orElseThrow().id();
    Group group =
        Group.EMPTY
            .add(c)
            .add(A)
            .add(b)
            .include(".data")
            .include(".file")
            .exclude("[name=d]")
            .exclude("[name=c]");
    assertEquals(
        "[code.c, code.b, code.a]", groups.members(workspace.root(), group).list().toString());
    assertEquals(List.of(), groups.members(workspace.root(), group.clear()).list());
    assertEquals(
        List.of(c, b, code.entry(Name.of("a")).orElseThrow().id()),
        groups.members(workspace.root(), group).frozen().members());
  }
}
