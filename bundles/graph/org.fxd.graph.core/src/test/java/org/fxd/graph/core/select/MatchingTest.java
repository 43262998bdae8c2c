package org.fxd.graph.core.select;

import static org.fxd.graph.core.select.Trees.found;
import static org.fxd.graph.core.select.Trees.twig;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.graph.core.select.Trees.Twig;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private final Lines lines = new Lines();
  private final Projectors projectors = new Projectors();
  private final TreeSelectors selectors = new TreeSelectors(projectors);

  MatchingTest() {
    projectors.add(lines);
  }

  private static Twig leaf(String name, String text) {
    return twig(name, Kind.SNIPPET, Value.of(text), Map.of());
  }

  private static Twig raw(String name, String text) {
    Blob blob = Blob.of(text.getBytes(StandardCharsets.UTF_8));
    return twig(name, Kind.FILE, Value.of(blob), Map.of());
  }

  @Test
  void filesAreLookedIntoOnlyIfSomethingInThemMayMatch() {
    Node root =
        Trees.root(
            twig("code", Kind.FOLDER, raw("f", "a\nb\n o\n"), raw("g", "c\n")),
            twig("x", Kind.DATA));
    for (String outer :
        List.of(
            ".folder",
            ".file",
            "*.file:not(.x)",
            ".folder:contains(b)",
            ":root",
            ".file:contains(b)",
            ".folder:has(.file)",
            ".folder > .file",
            ".file[name=f]",
            ":is(.file, .folder)")) {
      found(selectors, root, outer);
      assertEquals(0, lines.projected(), outer);
    }
    assertEquals(
        List.of("f", "g"), found(selectors, root, ".file:contains(\"\\n\")".replace("\\n", "\n")));
    assertEquals(List.of("a", "b", "o", "c"), found(selectors, root, ".snippet"));
    assertEquals(2, lines.projected());
    assertEquals(List.of("f"), found(selectors, root, ".file:has(.method)"));
    assertEquals(List.of("f", "a", "b", "o"), found(selectors, root, "[file=f]"));
    assertEquals(List.of("o"), found(selectors, root, ".file > .class > .method[lang=lines]"));
  }

  @Test
  void textIsFoundAcrossPiecesButNotAcrossFiles() {
    byte[] half = "é".getBytes(StandardCharsets.UTF_8);
    Node root =
        Trees.root(
            twig(
                "code",
                Kind.FOLDER,
                twig(
                    "one",
                    Kind.FILE,
                    leaf("a", "int ma"),
                    twig("gap", Kind.GAP, Value.of("in("), Map.of()),
                    twig("b1", Kind.SNIPPET, Value.of(new byte[] {'x', half[0]}), Map.of()),
                    twig("b2", Kind.SNIPPET, Value.of(new byte[] {half[1], (byte) 0xff}), Map.of()),
                    leaf("c", ") end")),
                raw("two", "of it\nmain")));
    assertEquals(List.of("code", "one"), found(root, ":contains('main(xé')"));
    assertEquals(List.of("code", "one"), found(root, ":contains('MAIN(XÉ' i)"));
    assertEquals(List.of(), found(root, ":contains('MAIN(XÉ')"));
    assertEquals(List.of("code", "two"), found(root, ":contains(\"it\nmain\")"));
    assertEquals(List.of(), found(root, ":contains(endof)"));
    assertEquals(List.of(), found(root, ":contains(')e')"));
    assertEquals(4 + 3, found(root, ":contains('')").size());
    assertEquals(List.of("code", "one", "c"), found(root, ":contains(end)"));
  }

  @Test
  void longTextsAreSearchedWhole() {
    String text = "ab".repeat(50_000) + "abc" + "ab".repeat(50_000);
    Node root = Trees.root(raw("blob", text), leaf("text", text), leaf("no", "ab".repeat(9)));
    assertEquals(List.of("blob", "text"), found(root, ":contains(ababababababc)"));
    assertEquals(List.of("blob", "text"), found(root, ":contains(BABC i)"));
  }

  @Test
  void wideNodesAreGoneThroughOnce() {
    NodeBuilder wide = Trees.NODES.builder(Kind.DATA);
    Node inner = Trees.node(Kind.DATA, Value.NONE, Map.of(), twig("x", Kind.DATA));
    for (int i = 0; i < 3000; i++) {
      wide.append(new NodeId(7, i), Name.of("n" + i), inner);
    }
    Node root = Trees.root(new Twig("wide", wide.build()));
    assertEquals(
        1500, found(root, "*:nth-child(odd):has(*) > :nth-child(1 of .data):last-child").size());
    assertEquals(List.of("n2998"), found(root, "[path='wide.n2998']"));
    assertEquals(List.of("n2999"), found(root, ".data:last-child:not(:first-child)"));
    assertEquals(
        3001, found(root, ":not(:has(:not(:not(*)), .absent)):root, :root :has(*), :root").size());
  }

  @Test
  void deepNestingOfConditionsStaysCheap() {
    Node chain = Trees.node(Kind.DATA, Value.NONE, Map.of());
    for (int i = 0; i < 120; i++) {
      chain =
          Trees.NODES.builder(Kind.DATA).append(new NodeId(8, i), Name.of("n" + i), chain).build();
    }
    Node root = Trees.root(new Twig("top", chain));
    String never = ":has(".repeat(40) + ".absent" + ")".repeat(40);
    assertEquals(List.of(), found(root, never));
    String scoped = ":has(* ".repeat(20) + ".absent" + ")".repeat(20);
    assertEquals(List.of(), found(root, scoped));
    String ancestors = "* ".repeat(80) + ".absent *";
    assertEquals(List.of(), found(root, ancestors));
    assertEquals(121 - 80, found(root, "* ".repeat(80) + "*").size());
  }

  @Test
  void deepTreesDoNotOverflow() {
    Node chain = Trees.node(Kind.DATA, Value.of("deep"), Map.of());
    for (int i = 0; i < 1200; i++) {
      chain =
          Trees.NODES.builder(Kind.DATA).append(new NodeId(9, i), Name.of("n" + i), chain).build();
      chain.hash();
    }
    Node root = Trees.root(new Twig("top", chain));
    assertEquals(1201, found(root, ":contains(deep)").size());
    assertEquals(1200, found(root, ":has([value=deep])").size());
  }

  @Test
  void aWalkStopsWhenAsked() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Node root = Trees.root(leaf("a", "x"));
    assertThrows(
        CancelledException.class,
        () -> selectors.walk(root, selectors.compile("*"), cancellation, match -> true));
  }

  @Test
  void numbersTooLargeToWriteOutAreTexts() {
    Node root =
        Trees.root(
            twig("a", Kind.DATA, Value.NONE, Map.of("x", Value.of("1e999999999999"))),
            twig("b", Kind.DATA, Value.NONE, Map.of("x", Value.of("1e9999999"))),
            twig("c", Kind.DATA, Value.NONE, Map.of("x", Value.of(3))));
    assertEquals(List.of("b"), found(root, "[x>=1e300]:not([x=1e999999999999])"));
    assertEquals(List.of("c"), found(root, "[x<1e300]:not([x^=1])"));
    assertTrue(found(root, "[x=" + "9".repeat(5000) + "]").isEmpty());
  }

  @Test
  void namesBeyondTheLongestAreNoAttributes() {
    Node root = Trees.root(twig("a", Kind.DATA, twig("b", Kind.DATA)));
    assertEquals(List.of(), found(root, "[" + "é".repeat(3000) + "]"));
  }
}
