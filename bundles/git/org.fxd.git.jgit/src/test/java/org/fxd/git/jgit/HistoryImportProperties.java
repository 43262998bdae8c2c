package org.fxd.git.jgit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.history.api.Commit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportProperties {
  @TempDir Path temp;
  private int number;

  private Path fresh(String name) throws IOException {
    return Files.createDirectories(temp.resolve(name + number++));
  }

  /** Git gets the same ids again, and nothing in a tree has the id of another. */
  @Test
  void whatComesInGoesOutAsItWas() {
    Property.seeded(1).runs(60).check(this::goesOutAsItWas);
  }

  private void goesOutAsItWas(Choices choices) throws IOException {
    try (GitRepo repo = GitRepo.create(fresh("repo"));
        ImportFixture project = new ImportFixture(new GitFixture(fresh("home")))) {
      RandomHistory history = new RandomHistory(repo, choices);
      int count = 1 + choices.below(14);
      for (int i = 0; i < count; i++) {
        repo.branch("b" + i, history.commit());
      }
      project.take(repo.folder());
      for (ObjectId git : history.commits()) {
        Commit commit = project.commit(git.name());
        assertEquals(git.name(), project.rebuilt(commit).toString());
        assertDistinct(project.history().root(commit));
      }
      assertEquals(
          List.of(),
          project.upkeep().check(CheckOptions.LOOK, Progress.NONE, Cancellation.none()).findings());
    }
  }

  private static void assertDistinct(Node root) {
    Set<NodeId> ids = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      for (Entry entry : open.pop().entries()) {
        assertTrue(ids.add(entry.id()), () -> "two have the id of " + entry.name());
        if (entry.node().kind().equals(Kind.FOLDER)) {
          open.push(entry.node());
        }
      }
    }
  }

  /** One import, several in a row and another machine give the same commits. */
  @Test
  void idsFollowFromTheHistoryAlone() {
    Property.seeded(1).runs(40).check(this::followFromTheHistory);
  }

  private void followFromTheHistory(Choices choices) throws IOException {
    try (GitRepo repo = GitRepo.create(fresh("repo"));
        ImportFixture whole = new ImportFixture(new GitFixture(fresh("home")));
        ImportFixture parts = new ImportFixture(new GitFixture(fresh("home")))) {
      RandomHistory history = new RandomHistory(repo, choices);
      int count = 1 + choices.below(12);
      for (int i = 0; i < count; i++) {
        ObjectId commit = history.commit();
        repo.branch("b" + choices.below(4), commit);
        repo.branch("c" + i, commit);
        if (choices.below(3) == 0) {
          parts.take(repo.folder());
        }
      }
      whole.take(repo.folder());
      parts.take(repo.folder());
      List<String> one = new ArrayList<>();
      List<String> several = new ArrayList<>();
      for (ObjectId git : history.commits()) {
        one.add(whole.commit(git.name()).id().toString());
        several.add(parts.commit(git.name()).id().toString());
      }
      assertEquals(one, several);
    }
  }
}
