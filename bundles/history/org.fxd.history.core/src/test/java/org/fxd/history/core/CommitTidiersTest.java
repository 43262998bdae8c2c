package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.CommitTidier;
import org.fxd.history.api.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is taken out of trees before they are committed. */
class CommitTidiersTest {
  private static final CommitTidier NO_LITTER =
      root -> {
        NodeBuilder builder = root.builder();
        return builder.child(Name.of("code")).remove(Name.of("litter")) ? builder.build() : root;
      };

  private final HistoryFixture project = new HistoryFixture();

  @AfterEach
  void close() {
    project.close();
  }

  private void litter() {
    project.write("litter", "litter");
  }

  private Set<String> work() {
    return project.files().keySet();
  }

  private Set<String> committed(Commit commit) {
    Node root = project.history().root(commit);
    return HistoryFixture.files(root).keySet();
  }

  @Test
  void neitherACommitNorTheWorkKeepsWhatIsTidiedAway() {
    project.tidier(NO_LITTER);
    project.write("a", "1");
    litter();
    Commit made = project.commit("first");
    assertEquals(Set.of("a"), committed(made));
    assertEquals(Set.of("a"), work());
    assertEquals(made.root(), project.workspace().root().hash());
  }

  @Test
  void partsOfTheWorkAndAmendmentsAreTidiedToo() {
    project.write("a", "1");
    litter();
    project.commit("with litter");
    project.tidier(NO_LITTER);
    project.write("a", "2");
    project.write("b", "1");
    Commit part =
        project
            .history()
            .commit(
                CommitDraft.of("a", HistoryFixture.ADA),
                Selection.at(List.of(NodePath.of("code", "a"))),
                HistoryFixture.TEST);
    assertEquals(Set.of("a"), committed(part));
    assertEquals(Set.of("a", "b"), work());
    litter();
    Commit amended =
        project
            .history()
            .amend(
                Amendment.by(HistoryFixture.ADA).withMessage("all"),
                Selection.all(),
                HistoryFixture.TEST);
    assertEquals(Set.of("a", "b"), committed(amended));
  }

  @Test
  void oneThatFailsRefusesAndIsNamed() {
    project.tidier(
        root -> {
          throw new IllegalStateException("out of order");
        });
    project.write("a", "1");
    State before = project.workspace().state();
    RefusedException refusal = assertThrows(RefusedException.class, () -> project.commit("first"));
    assertTrue(refusal.getMessage().contains("out of order"), refusal.getMessage());
    assertFalse(refusal.getMessage().contains("null"), refusal.getMessage());
    assertEquals(before.operation(), project.workspace().state().operation());
  }
}
