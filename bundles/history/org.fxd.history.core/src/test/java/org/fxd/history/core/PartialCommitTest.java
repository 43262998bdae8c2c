package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartialCommitTest {
  private final HistoryFixture project = new HistoryFixture();

  @AfterEach
  void close() {
    project.close();
  }

  private static Selection at(String... files) {
    return Selection.at(List.of(files).stream().map(file -> NodePath.of("code", file)).toList());
  }

  private Commit commit(String message, Selection selection) {
    CommitDraft draft = CommitDraft.of(message, HistoryFixture.ADA);
    return project.history().commit(draft, selection, HistoryFixture.TEST);
  }

  private Map<String, String> files(Commit commit) {
    return HistoryFixture.files(project.history().root(commit));
  }

  @Test
  void onlyWhatIsSelectedIsCommittedAndAllStays() {
    project.write("a", "1");
    project.write("b", "1");
    Commit first = project.commit("first");
    project.write("a", "2");
    project.write("b", "2");
    project.write("c", "2");
    Hash work = project.workspace().root().hash();
    Commit some = commit("some", at("a"));
    assertEquals(Map.of("a", "2", "b", "1"), files(some));
    assertEquals(List.of(first.id()), some.parents());
    assertEquals(work, project.workspace().root().hash());
    Commit rest = project.commit("rest");
    assertEquals(work, rest.root());
    assertEquals(Map.of("a", "2", "b", "2", "c", "2"), files(rest));
  }

  @Test
  void theFirstCommitMayBeOfAPartToo() {
    project.write("a", "1");
    project.write("b", "1");
    Commit some = commit("some", at("b"));
    assertEquals(Map.of("b", "1"), files(some));
    assertEquals(List.of(), some.parents());
  }

  @Test
  void whatWasRemovedIsSelectedByWhereItWas() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    project.delete("a");
    project.delete("b");
    assertEquals(Map.of("b", "1"), files(commit("gone", at("a"))));
  }

  @Test
  void aRenameIsOneWhicheverNameIsSelected() {
    project.write("a", "1");
    project.write("x", "1");
    project.commit("first");
    project.rename("a", "b");
    project.write("x", "2");
    assertEquals(Map.of("b", "1", "x", "1"), files(commit("old name", at("a"))));
    project.rename("b", "c");
    assertEquals(Map.of("c", "1", "x", "1"), files(commit("new name", at("c"))));
  }

  @Test
  void aNameThatIsStillTakenIsSaid() {
    project.write("a", "1");
    project.write("b", "2");
    project.commit("first");
    project.rename("a", "c");
    project.rename("b", "a");
    NodeId moved = project.id("a");
    Hash before = project.workspace().state().operation();
    ConflictException clash =
        assertThrows(ConflictException.class, () -> commit("b only", Selection.of(Set.of(moved))));
    assertTrue(clash.getMessage().contains("'a'"), clash.getMessage());
    assertTrue(clash.hint().isPresent());
    assertEquals(before, project.workspace().state().operation());
    assertEquals(Map.of("c", "1", "a", "2"), files(commit("both", at("a", "c"))));
  }

  @Test
  void swappedNamesGoTogether() {
    project.write("a", "1");
    project.write("b", "2");
    project.commit("first");
    project.rename("a", "x");
    project.rename("b", "a");
    project.rename("x", "b");
    assertEquals(Map.of("a", "2", "b", "1"), files(commit("both", at("a", "b"))));
  }

  @Test
  void nothingSelectedIsNothingToCommit() {
    project.write("a", "1");
    project.write("b", "1");
    project.commit("first");
    project.write("a", "2");
    project.writeScanned("b", "1");
    assertThrows(FxdException.class, () -> commit("another form only", at("b")));
    assertThrows(FxdException.class, () -> commit("none", Selection.none()));
    NotFoundException missing =
        assertThrows(NotFoundException.class, () -> commit("missing", at("z")));
    assertTrue(missing.getMessage().contains("z"), missing.getMessage());
    assertThrows(
        NotFoundException.class, () -> commit("missing", Selection.of(Set.of(NodeId.random()))));
  }

  @Test
  void anEmptyCommitIsMadeWhereItIsAllowed() {
    project.write("a", "1");
    Commit first = project.commit("first");
    CommitDraft mark = CommitDraft.of("mark", HistoryFixture.ADA).allowingEmpty();
    Commit empty = project.history().commit(mark, Selection.all(), HistoryFixture.TEST);
    assertEquals(first.root(), empty.root());
    assertEquals(List.of(first.id()), empty.parents());
  }

  @Test
  void anotherFormIsNoPartOfWhatIsCommitted() {
    project.write("a", "1");
    project.write("b", "1");
    Commit first = project.commit("first");
    project.writeScanned("a", "1");
    project.write("b", "2");
    Commit second = commit("all files", Selection.at(List.of(NodePath.of("code"))));
    assertEquals(
        project.history().root(first).child("code").child("a").hash(),
        project.history().root(second).child("code").child("a").hash());
    assertNotEquals(first.root(), second.root());
  }

  @Test
  void newFoldersComeAlongWithoutWhatElseIsInThem() {
    project.write("a", "1");
    project.commit("first");
    project.folder("new", Map.of("x", "1", "y", "2"));
    Commit some = commit("x", Selection.at(List.of(NodePath.of("code", "new", "x"))));
    var folder = project.history().root(some).child("code").child("new");
    assertEquals(1, folder.size());
    assertEquals("1", HistoryFixture.text(folder.child("x")));
    assertEquals(project.workspace().root().hash(), project.commit("rest").root());
  }
}
