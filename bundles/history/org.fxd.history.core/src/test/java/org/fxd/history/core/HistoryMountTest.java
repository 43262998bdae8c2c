package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.history.api.Commit;
import org.fxd.history.api.ref.Annotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HistoryMountTest {
  private final HistoryFixture project = new HistoryFixture();
  private final HistoryMount mount =
      new HistoryMount(project.workspace(), new Commits(project.store()), new GraphNodes());

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void emptyBeforeTheFirstCommit() {
    assertEquals(List.of("branches", "commits", "head", "tags"), names(mount.tree()));
    assertEquals(0, mount.tree().child("commits").size());
    assertEquals(Value.of("main"), mount.tree().child("head").metadata("branch"));
  }

  @Test
  void branchesCommitsAndTheHead() {
    project.write("a", "1");
    Commit one = project.commit("one\n\nbecause");
    project.write("a", "2");
    Commit two = project.commit("two");
    project.history().createBranch("old/one", one, HistoryFixture.TEST);
    Annotation said = new Annotation("the first", HistoryFixture.ADA, one.committed());
    project.history().refs().tags().create("v1", one, Optional.of(said), HistoryFixture.TEST);
    Node tree = mount.tree();
    assertEquals(Value.of(one.id()), tree.child("tags").child("v1").value());
    assertEquals(List.of("main", "old/one"), names(tree.child("branches")));
    assertEquals(Value.of(two.id()), tree.child("branches").child("main").value());
    assertEquals(Value.of(true), tree.child("branches").child("main").metadata("current"));
    assertEquals(Value.of(two.id().toString()), tree.child("head").metadata("commit"));
    assertEquals(2, tree.child("commits").size());
    Node commit = tree.child("commits").child(one.id().toString());
    assertEquals(Value.of("one\n\nbecause"), commit.value());
    assertEquals(Value.of("one"), commit.metadata("summary"));
    assertEquals(Value.of(one.root()), commit.metadata("root"));
    assertFalse(tree.child("commits").child("one").exists());
    assertFalse(tree.child("commits").child(one.id().toString().replace('a', 'A') + " ").exists());
  }

  @Test
  void selectorsFindCommits() {
    project.write("a", "1");
    Commit one = project.commit("one");
    project.write("a", "2");
    Commit two = project.commit("two");
    assertEquals(List.of(two.id().toString()), found(".commit[parents~=\"" + one.id() + "\"]"));
    assertEquals(2, found(".commit[author^=\"Ada\"]").size());
    assertEquals(List.of("main"), found(".branch[commit=\"" + two.id() + "\"]"));
  }

  @Test
  void aTreeStaysAsItWasWhenItWasTaken() {
    project.write("a", "1");
    project.commit("one");
    Node before = mount.tree();
    Node hashed = mount.tree();
    assertEquals(before.hash(), hashed.hash());
    project.write("a", "2");
    project.commit("two");
    assertEquals(1, before.child("commits").size());
    assertEquals(2, mount.tree().child("commits").size());
    assertNotEquals(before.hash(), mount.tree().hash());
  }

  @Test
  void manyCommitsAreListedAHandfulAtATime() {
    for (int i = 0; i < 300; i++) {
      project.write("a", "" + i);
      project.commit("" + i);
    }
    List<String> names = names(mount.tree().child("commits"));
    assertEquals(300, names.size());
    assertEquals(names.stream().sorted().toList(), names);
    for (String name : names) {
      assertTrue(mount.tree().child("commits").entry(Name.of(name)).isPresent());
    }
  }

  private List<String> found(String text) {
    TreeSelectors selectors = new TreeSelectors();
    Selector selector = selectors.compile(text);
    List<String> names = new ArrayList<>();
    selectors.walk(
        mount.tree(), selector, Cancellation.none(), match -> names.add(match.name().toString()));
    return names;
  }

  private static List<String> names(Node node) {
    List<String> names = new ArrayList<>();
    for (Entry entry : node.entries()) {
      names.add(entry.name().toString());
    }
    return names;
  }
}
