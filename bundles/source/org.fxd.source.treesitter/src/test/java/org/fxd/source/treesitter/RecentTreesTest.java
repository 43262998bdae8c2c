package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.task.Cancellation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The trees that are kept, and how long. */
class RecentTreesTest {
  private final Grammar java = new Grammars(Scans.natives(Platform.current())).grammar("java");
  private final RecentTrees trees = new RecentTrees();

  @AfterEach
  void close() {
    trees.close();
  }

  private static byte[] text(int number, int length) {
    String text = "class A" + number + " {}\n";
    return (text + " ".repeat(length - text.length())).getBytes(StandardCharsets.UTF_8);
  }

  private void keep(byte[] text) {
    try (SyntaxTree tree = new Parse(java, new Text(text), Cancellation.none()).tree()) {
      trees.keep("java", text, tree);
    }
  }

  private Optional<String> name(byte[] text) {
    return trees
        .copy("java", text)
        .map(
            tree -> {
              try (tree) {
                return tree.tree().getRootNode().getChild(0).getType();
              }
            });
  }

  @Test
  void aTextIsKnownByAllOfIt() {
    keep(text(1, 50));
    assertEquals(Optional.of("class_declaration"), name(text(1, 50)));
    assertEquals(Optional.empty(), name(text(2, 50)));
    assertEquals(Optional.empty(), name(text(1, 51)));
    assertTrue(trees.copy("python", text(1, 50)).isEmpty());
  }

  @Test
  void aCopyOutlivesWhatIsKept() {
    byte[] text = text(1, 50);
    keep(text);
    try (SyntaxTree copy = trees.copy("java", text).orElseThrow()) {
      trees.close();
      assertEquals("class_declaration", copy.tree().getRootNode().getChild(0).getType());
    }
    assertEquals(Optional.empty(), name(text));
  }

  @Test
  void whatWasUsedLastStays() {
    int part = RecentTrees.MOST_BYTES / 4;
    for (int number = 0; number < 4; number++) {
      keep(text(number, part));
    }
    assertTrue(name(text(0, part)).isPresent());
    keep(text(4, part));
    assertTrue(name(text(0, part)).isPresent());
    assertEquals(Optional.empty(), name(text(1, part)));
    assertEquals(4, trees.size());
    keep(text(5, 3 * part));
    assertEquals(2, trees.size());
  }

  @Test
  void aTextThatIsTooLongTakesNobodysPlace() {
    keep(text(1, 50));
    keep(text(2, RecentTrees.MOST_BYTES + 1));
    assertEquals(1, trees.size());
    assertTrue(name(text(1, 50)).isPresent());
  }

  @Test
  void nothingIsKeptTwiceNorAfterTheEnd() {
    keep(text(1, 50));
    keep(text(1, 50));
    assertEquals(1, trees.size());
    trees.close();
    keep(text(1, 50));
    assertEquals(0, trees.size());
  }
}
