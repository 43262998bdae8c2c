package org.fxd.graph.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Store;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.Choices;
import org.fxd.testkit.OneStore;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/**
 * Whatever was changed, the index is as a new one would be; and whatever is done to it, it shows.
 */
class IndexCheckProperties {
  private static final Origin ORIGIN = new Origin("someone", "test");

  @Test
  void aMovedIndexIsSoundAndATamperedOneIsNot() {
    Property.seeded(77).runs(100).check(IndexCheckProperties::check);
  }

  private static void check(Choices choices) {
    Store store = new MemoryStores().create(Path.of("memory"));
    OneStore provider = new OneStore(store);
    try (OpenProjects projects =
        new OpenProjects(type -> provider, (opened, its) -> () -> {}, Clock.systemUTC())) {
      LineProjector projector = new LineProjector("lines-1");
      projects.projectors().add(projector);
      ProjectWorkspace workspace = (ProjectWorkspace) projects.createInMemory();
      TreeSelectors selectors = new TreeSelectors(projects.projectors());
      CodeTrees trees = new CodeTrees();
      for (int changes = choices.between(1, 6); changes > 0; changes--) {
        workspace.change(ORIGIN, "edit", t -> trees.edit(choices, t.root(), 12));
        if (choices.chance(50)) {
          workspace.finder().select(workspace.root(), selectors.compile(".class"));
        }
        assertSound(workspace);
      }
      tamper(choices, store);
      IndexCheck.Outcome found = check(workspace, false);
      assertFalse(found.differences().isEmpty(), "what was changed does not show");
      assertEquals(Optional.empty(), found.repaired());
      IndexCheck.Outcome repaired = check(workspace, true);
      assertEquals(found.differences(), repaired.differences());
      assertTrue(repaired.repaired().isPresent());
      assertSound(workspace);
      workspace.finder().select(workspace.root(), selectors.compile(".class"));
      assertSound(workspace);
    }
  }

  private static void assertSound(ProjectWorkspace workspace) {
    IndexCheck.Outcome outcome = check(workspace, false);
    assertEquals(new IndexCheck.Outcome(List.of(), Optional.empty(), Optional.empty()), outcome);
  }

  private static IndexCheck.Outcome check(ProjectWorkspace workspace, boolean repair) {
    return workspace.index().check(repair, Progress.NONE, Cancellation.none());
  }

  /** Removes, changes or adds one row of a table that follows from the tree. */
  private static void tamper(Choices choices, Store store) {
    List<byte[]> keys = new ArrayList<>();
    for (byte table : Keys.TABLES) {
      byte[] prefix = {table};
      if (table != Keys.META[0]) {
        store.index(
            index -> index.scan(prefix, Keys.behind(prefix), (key, value) -> keys.add(key)));
      }
    }
    byte[] key = choices.pick(keys);
    byte[] value = store.index(index -> index.get(key).orElseThrow());
    try (Batch batch = store.begin()) {
      switch (choices.below(3)) {
        case 0 -> batch.index(key, null);
        case 1 -> {
          // The hint at the end of what was found in a file is its projector's own.
          byte[] other = value.length == 0 ? new byte[1] : value.clone();
          other[0] ^= 1;
          batch.index(key, other);
        }
        default -> {
          byte[] other = key.clone();
          other[other.length - 1] ^= 0x55;
          batch.index(other, value);
          if (keys.stream().anyMatch(known -> Arrays.equals(known, other))) {
            batch.index(key, null);
          }
        }
      }
      batch.commit();
    }
  }
}
