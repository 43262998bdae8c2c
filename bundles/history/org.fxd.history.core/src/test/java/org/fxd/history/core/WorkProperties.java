package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.FxdException;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Selection;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Random work on random files, committed, amended and put away in parts, whatever its forms. */
class WorkProperties {
  private static final List<String> FILES = List.of("a", "b", "c", "d", "e");

  /** A project with a commit and work upon it, and some of its files. */
  private record Work(
      HistoryFixture project,
      Map<String, String> before,
      Map<String, String> after,
      Set<String> some) {
    static Work chosen(Choices choices, HistoryFixture project) {
      project.write("always", "there");
      edit(choices, project, choices.below(8));
      project.commit("first");
      Map<String, String> before = project.files();
      edit(choices, project, choices.between(1, 6));
      Map<String, String> after = project.files();
      Set<String> some = new HashSet<>();
      FILES.stream()
          .filter(file -> before.containsKey(file) || after.containsKey(file))
          .filter(file -> choices.chance(50))
          .forEach(some::add);
      choices.note(before + " -> " + after + ", of these " + some);
      return new Work(project, before, after, some);
    }

    private static void edit(Choices choices, HistoryFixture project, int edits) {
      for (int i = 0; i < edits; i++) {
        String file = choices.pick(FILES);
        String text = "text " + choices.below(3);
        switch (choices.below(3)) {
          case 0 -> project.write(file, text);
          case 1 -> project.writeScanned(file, text);
          default -> project.delete(file);
        }
      }
    }

    Selection selection() {
      return Selection.at(some.stream().map(file -> NodePath.of("code", file)).toList());
    }

    /** The files of one tree, where they were selected as in another. */
    Map<String, String> mixed(Map<String, String> plain, Map<String, String> selected) {
      Map<String, String> mixed = new TreeMap<>(plain);
      for (String file : some) {
        Optional.ofNullable(selected.get(file))
            .ifPresentOrElse(text -> mixed.put(file, text), () -> mixed.remove(file));
      }
      return mixed;
    }

    boolean isNothing() {
      return mixed(before, after).equals(before);
    }
  }

  private static Map<String, String> files(HistoryFixture project, Commit commit) {
    return HistoryFixture.files(project.history().root(commit));
  }

  @Test
  void aPartAndThenTheRestIsTheWhole() {
    Property.seeded(1).runs(150).check(WorkProperties::commitInTwo);
  }

  private static void commitInTwo(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      Work work = Work.chosen(choices, project);
      Hash root = project.workspace().root().hash();
      CommitDraft draft = CommitDraft.of("some", HistoryFixture.ADA);
      if (work.isNothing()) {
        assertThrows(
            FxdException.class,
            () -> project.history().commit(draft, work.selection(), HistoryFixture.TEST));
      } else {
        Commit some = project.history().commit(draft, work.selection(), HistoryFixture.TEST);
        assertEquals(work.mixed(work.before(), work.after()), files(project, some));
      }
      assertEquals(root, project.workspace().root().hash());
      CommitDraft rest = CommitDraft.of("rest", HistoryFixture.ADA).allowingEmpty();
      Commit whole = project.history().commit(rest, Selection.all(), HistoryFixture.TEST);
      assertEquals(root, whole.root());
    }
  }

  @Test
  void anAmendedCommitHasThePartToo() {
    Property.seeded(2).runs(150).check(WorkProperties::amend);
  }

  private static void amend(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      Work work = Work.chosen(choices, project);
      Hash root = project.workspace().root().hash();
      Commit old = project.history().head().orElseThrow();
      Amendment amendment = Amendment.by(HistoryFixture.ADA);
      Commit some = project.history().amend(amendment, work.selection(), HistoryFixture.TEST);
      assertEquals(work.mixed(work.before(), work.after()), files(project, some));
      assertEquals(old.parents(), some.parents());
      assertEquals(root, project.workspace().root().hash());
      Commit all = project.history().amend(amendment, Selection.all(), HistoryFixture.TEST);
      assertEquals(root, all.root());
    }
  }

  @Test
  void whatIsPutAwayIsBackAsItWas() {
    Property.seeded(3).runs(150).check(WorkProperties::putAway);
  }

  private static void putAway(Choices choices) {
    try (HistoryFixture project = new HistoryFixture()) {
      Work work = Work.chosen(choices, project);
      Hash root = project.workspace().root().hash();
      Selection selection = choices.chance(30) ? Selection.all() : work.selection();
      boolean all = selection instanceof Selection.All;
      Hash operation = project.workspace().state().operation();
      if (all ? work.before().equals(work.after()) : work.isNothing()) {
        assertThrows(FxdException.class, () -> push(project, selection));
        assertEquals(operation, project.workspace().state().operation());
        return;
      }
      push(project, selection);
      assertEquals(all ? work.before() : work.mixed(work.after(), work.before()), project.files());
      project.stash().pop(1, HistoryFixture.TEST);
      assertEquals(root, project.workspace().root().hash());
      assertEquals(List.of(), project.stash().list());
    }
  }

  private static void push(HistoryFixture project, Selection selection) {
    project.stash().push("", selection, HistoryFixture.ADA, HistoryFixture.TEST);
  }
}
