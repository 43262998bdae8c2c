package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.Commit;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Random histories against a model of maps, whatever form the files have. */
class HistoryProperties {
  private static final List<String> FILES = List.of("a", "b", "c", "d");
  private static final List<String> BRANCHES = List.of("main", "x", "y");

  /** What a history should be. */
  private static final class Model {
    private final Map<String, Commit> branches = new TreeMap<>();
    private final Map<Commit, Map<String, String>> trees = new HashMap<>();
    private final List<Commit> commits = new ArrayList<>();
    private Map<String, String> work = new TreeMap<>();
    private Optional<String> branch = Optional.of("main");
    private Optional<Commit> head = Optional.empty();

    private Map<String, String> committed() {
      return head.map(trees::get).orElse(Map.of());
    }

    /** The work done on another tree; empty if both changed a file differently. */
    private Optional<Map<String, String>> workOn(Map<String, String> target) {
      Map<String, String> result = new TreeMap<>();
      for (String file : FILES) {
        String base = committed().get(file);
        String ours = work.get(file);
        String theirs = target.get(file);
        boolean changed = !equal(base, ours);
        if (changed && !equal(base, theirs) && !equal(ours, theirs)) {
          return Optional.empty();
        }
        String now = changed ? ours : theirs;
        if (now != null) {
          result.put(file, now);
        }
      }
      return Optional.of(result);
    }

    private static boolean equal(String a, String b) {
      return a == null ? b == null : a.equals(b);
    }
  }

  @Test
  void historiesAreAsTheModelSays() {
    Property.seeded(42).runs(150).check(HistoryProperties::check);
  }

  private static void check(Choices choices) {
    Model model = new Model();
    try (HistoryFixture project = new HistoryFixture()) {
      for (int steps = choices.between(1, 25); steps > 0; steps--) {
        switch (choices.below(6)) {
          case 0, 1 -> edit(choices, project, model);
          case 2, 3 -> commit(choices, project, model);
          case 4 -> branch(choices, project, model);
          default -> checkout(choices, project, model);
        }
        assertEquals(model.work, project.files());
        assertEquals(model.head, project.history().head());
        assertEquals(model.branch, project.history().branch());
      }
      for (Commit commit : model.commits) {
        assertEquals(model.trees.get(commit), HistoryFixture.files(project.history().root(commit)));
      }
    }
  }

  private static void edit(Choices choices, HistoryFixture project, Model model) {
    String file = choices.pick(FILES);
    String text = "text " + choices.below(4);
    switch (choices.below(3)) {
      case 0 -> project.write(file, text);
      case 1 -> project.writeScanned(file, text);
      default -> {
        project.delete(file);
        model.work.remove(file);
        return;
      }
    }
    model.work.put(file, text);
  }

  private static void commit(Choices choices, HistoryFixture project, Model model) {
    String message = "commit " + model.commits.size() + " " + choices.below(3);
    if (model.head.isPresent() && model.committed().equals(model.work)) {
      assertThrows(FxdException.class, () -> project.commit(message));
      return;
    }
    Commit commit = project.commit(message);
    assertEquals(model.head.map(Commit::id).stream().toList(), commit.parents());
    model.trees.put(commit, new TreeMap<>(model.work));
    model.commits.add(commit);
    model.head = Optional.of(commit);
    model.branch.ifPresent(name -> model.branches.put(name, commit));
  }

  private static void branch(Choices choices, HistoryFixture project, Model model) {
    if (model.head.isEmpty()) {
      return;
    }
    String name = choices.pick(BRANCHES);
    Commit at = choices.pick(model.commits);
    if (model.branches.containsKey(name)) {
      assertThrows(
          FxdException.class, () -> project.history().createBranch(name, at, HistoryFixture.TEST));
    } else {
      project.history().createBranch(name, at, HistoryFixture.TEST);
      model.branches.put(name, at);
    }
  }

  private static void checkout(Choices choices, HistoryFixture project, Model model) {
    if (model.head.isEmpty()) {
      return;
    }
    boolean toBranch = choices.below(2) == 0;
    String name = choices.pick(List.copyOf(model.branches.keySet()));
    Commit target = toBranch ? model.branches.get(name) : choices.pick(model.commits);
    String revision = toBranch ? name : target.id().toString();
    Optional<Map<String, String>> work = model.workOn(model.trees.get(target));
    if (work.isEmpty()) {
      assertThrows(
          ConflictException.class, () -> project.history().checkout(revision, HistoryFixture.TEST));
      return;
    }
    boolean clean = model.work.equals(model.committed());
    project.history().checkout(revision, HistoryFixture.TEST);
    model.work = new TreeMap<>(work.get());
    model.head = Optional.of(target);
    model.branch = toBranch ? Optional.of(name) : Optional.empty();
    if (clean) {
      assertEquals(target.root(), project.workspace().root().hash());
    }
  }
}
