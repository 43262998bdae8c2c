package org.fxd.merge.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Place;
import org.fxd.history.api.Commit;
import org.fxd.merge.api.MergeResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge reads of a project of which each side changed little. */
class MergeCostTest {
  @TempDir Path folder;

  private static final int FOLDERS = 10;

  /** Changed by each side, 1 % of the larger project. */
  private static final int CHANGED = 110;

  /**
   * What may be read for each changed file: it and its share of the chunks around, in three trees.
   */
  private static final int EACH = 4;

  private static String text(int file, String word) {
    return "first of " + file + "\n" + word + "\nlast\n";
  }

  /** Writes every {@code step}-th file, from one on. */
  private static void write(MergeFixture project, int files, int from, int step, String word) {
    project.change(
        code -> {
          for (int i = from; i < files; i += step) {
            Name folder = Name.of("folder" + i % FOLDERS);
            NodeBuilder into = code.childOrNew(folder, Kind.FOLDER);
            String name = "file" + i + ".txt";
            into.put(
                new Entry(
                    MergeFixture.id(name),
                    Name.of(name),
                    Place.NONE,
                    project.raw(text(i, word).getBytes(UTF_8))));
          }
        });
  }

  /** How many objects a merge of two branches reads. */
  private int reads(int files) throws IOException {
    Path file = Files.createFile(folder.resolve("project" + files));
    try (MergeFixture project = new MergeFixture()) {
      int step = files / CHANGED;
      write(project, files, 0, 1, "base");
      Commit base = project.commit("base");
      Commit theirs =
          project.branch("side", base, () -> write(project, files, step - 1, step, "theirs"));
      write(project, files, 0, step, "ours");
      project.commit("ours");
      return reads(project.again(file), theirs, step - 1);
    }
  }

  private static int reads(MergeFixture opened, Commit theirs, int changed) {
    try (MergeFixture project = opened) {
      int before = project.reads();
      MergeResult result = project.merge(theirs);
      int reads = project.reads() - before;
      assertEquals(List.of(), result.conflicts());
      assertEquals(text(0, "ours"), project.files().get("folder0/file0.txt"));
      assertEquals(
          text(changed, "theirs"),
          project.files().get("folder" + changed % FOLDERS + "/file" + changed + ".txt"));
      return reads;
    }
  }

  @Test
  void costsWhatChanged() throws IOException {
    int small = reads(1_100);
    int large = reads(11_000);
    assertTrue(large <= 2 * CHANGED * EACH, large + " reads, " + small + " of a tenth");
    assertTrue(large <= 2 * small, large + " reads, " + small + " of a tenth");
  }
}
