package org.fxd.source.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.junit.jupiter.api.Test;

/** One snippet gets another text; it is known which one, so nothing has to be guessed of it. */
class SnippetEditTest {
  private static final String TEXT =
      "class A:\n  def f(self):\n    pass\n\n  def g(self):\n    pass\n\ndef h():\n  pass\n";

  private final Sample sample = new Sample();
  private final Node raw = sample.raw(TEXT);
  private final Map<String, NodeId> ids = sample.ids("a.py", sample.scanned("a.py", TEXT));

  private Node edit(String snippet, String text) {
    return sample.sources.edit(
        Sample.id("a.py"), Name.of("a.py"), raw, ids.get(snippet), Sample.bytes(text));
  }

  @Test
  void itsTextIsReplacedAndAllElseStays() {
    Node file = edit("A.g", "  def g(self):\n    return 1\n");
    assertEquals(TEXT.replace("g(self):\n    pass", "g(self):\n    return 1"), sample.text(file));
    assertEquals(ids, sample.ids("a.py", file));
    assertEquals(sample.rescan("a.py", raw, sample.text(file)).hash(), file.hash());
  }

  @Test
  void itKeepsItsIdHoweverDifferentItIs() {
    Node file = edit("h", "class Other(Base):\n  x = something.else_altogether\n");
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(ids.get("h"), now.get("Other"));
    assertEquals(ids.get("A.f"), now.get("A.f"));
  }

  @Test
  void evenIfItLooksLikeItsNeighbour() {
    Node file = edit("A.f", "  def g(self):\n    pass\n");
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(ids.get("A.f"), now.get("A.g"));
    assertEquals(ids.get("A.g"), now.get("A.g~2"));
  }

  @Test
  void ofSeveralTheOneCalledAsBefore() {
    Node file = edit("h", "def helper():\n  pass\n\ndef h():\n  helper()\n");
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(ids.get("h"), now.get("h"));
    assertNotEquals(ids.get("h"), now.get("helper"));
    assertEquals(List.of("A", "A.f", "A.g", "helper", "h"), List.copyOf(now.keySet()));
  }

  @Test
  void aContainerKeepsItsMembers() {
    Node file = edit("A", "class B:\n  def g(self):\n    pass\n\n  def f(self, x):\n    pass\n");
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(ids.get("A"), now.get("B"));
    assertEquals(ids.get("A.f"), now.get("B.f"));
    assertEquals(ids.get("A.g"), now.get("B.g"));
  }

  @Test
  void withoutTextItIsGone() {
    Node file = edit("A.f", "");
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(List.of("A", "A.g", "h"), List.copyOf(now.keySet()));
    assertEquals(ids.get("A.g"), now.get("A.g"));
    assertTrue(!now.containsValue(ids.get("A.f")));
  }

  @Test
  void withNothingButACommentItIsGone() {
    Node file = edit("h", "# nothing left\n");
    assertTrue(!sample.ids("a.py", file).containsValue(ids.get("h")));
    assertTrue(sample.text(file).endsWith("# nothing left\n"));
  }

  @Test
  void aTextWithoutALineBreakThatRunsIntoTheNext() {
    Node file = edit("A.f", "  def f(self):\n    return 3");
    assertEquals(TEXT.replaceFirst("    pass\n", "    return 3"), sample.text(file));
    assertEquals(ids.get("A.f"), sample.ids("a.py", file).get("A.f"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    NotFoundException e =
        assertThrows(
            NotFoundException.class,
            () ->
                sample.sources.edit(
                    Sample.id("a.py"), Name.of("a.py"), raw, Sample.id("x"), new byte[0]));
    assertTrue(e.getMessage().contains("a.py has no snippet with the id"), e.getMessage());
  }

  @Test
  void textThatWouldMakeTheFileBinaryIsRefused() {
    UsageException e = assertThrows(UsageException.class, () -> edit("h", "a\0b"));
    assertTrue(e.getMessage().contains("NUL"), e.getMessage());
  }

  private Reconciled editAll(Map<String, String> texts) {
    Map<NodeId, byte[]> bytes = new HashMap<>();
    texts.forEach((name, text) -> bytes.put(ids.get(name), Sample.bytes(text)));
    return sample.sources.edit(Sample.id("a.py"), Name.of("a.py"), raw, bytes);
  }

  @Test
  void severalTextsInOneStep() {
    Reconciled edited =
        editAll(
            Map.of(
                "h", "def k(x):\n  return x\n",
                "A.f", "  def longer(self, one, two):\n    a = one\n    return a + two\n",
                "A.g", ""));
    Node file = edited.nodes().get(0).orElseThrow();
    assertEquals(
        """
        class A:
          def longer(self, one, two):
            a = one
            return a + two


        def k(x):
          return x
        """,
        sample.text(file));
    assertEquals(
        Map.of("A", ids.get("A"), "A.longer", ids.get("A.f"), "k", ids.get("h")),
        sample.ids("a.py", file));
    assertEquals(
        List.of(
            new Followed(
                ids.get("A.f"),
                Optional.of("A.f"),
                Optional.of("A.longer"),
                Followed.By.MARKER,
                List.of()),
            new Followed(
                ids.get("h"), Optional.of("h"), Optional.of("k"), Followed.By.MARKER, List.of()),
            new Followed(
                ids.get("A.g"),
                Optional.of("A.g"),
                Optional.empty(),
                Followed.By.NOTHING,
                List.of())),
        edited.snippets());
  }

  @Test
  void severalTextsThatTradePlacesTradeNoIds() {
    Node file =
        editAll(Map.of("A.f", "  def g(self):\n    pass\n", "A.g", "  def f(self):\n    pass\n"))
            .nodes()
            .get(0)
            .orElseThrow();
    assertEquals(ids.get("A.f"), sample.ids("a.py", file).get("A.g"));
    assertEquals(ids.get("A.g"), sample.ids("a.py", file).get("A.f"));
  }

  @Test
  void severalTextsThatRunTogetherAreOneSnippet() {
    Node file =
        editAll(Map.of("A.f", "  def f(self):", "A.g", "    return 1\n"))
            .nodes()
            .get(0)
            .orElseThrow();
    Map<String, NodeId> now = sample.ids("a.py", file);
    assertEquals(ids.get("A.f"), now.get("A.f"));
    assertEquals(List.of("A", "A.f", "h"), List.copyOf(now.keySet()));
  }

  @Test
  void noTextsAreNoChange() {
    Reconciled edited = editAll(Map.of());
    assertEquals(sample.scanned("a.py", TEXT).hash(), edited.nodes().get(0).orElseThrow().hash());
    assertEquals(List.of(), edited.snippets());
  }

  @Test
  void theTextsTheyHaveAreNoChange() {
    Reconciled edited =
        editAll(Map.of("h", "def h():\n  pass\n", "A.f", "  def f(self):\n    pass\n"));
    assertEquals(sample.scanned("a.py", TEXT).hash(), edited.nodes().get(0).orElseThrow().hash());
    assertEquals(List.of(), edited.snippets());
  }

  @Test
  void aSnippetAndOneWithinItAreRefused() {
    UsageException e =
        assertThrows(UsageException.class, () -> editAll(Map.of("A", "x\n", "A.g", "y\n")));
    assertTrue(e.getMessage().contains("both A and A.g"), e.getMessage());
  }

  @Test
  void whatHoldsOthersAndWhatDoesNotBecomeEachOther() {
    Node bare = edit("A", "class A:\n  x = 1\n");
    NodeId id = ids.get("A");
    Node leaf = bare.entry(id).orElseThrow().node();
    assertEquals(0, leaf.size());
    assertEquals(Optional.of("class A:\n  x = 1\n"), leaf.value().asText());
    String text = "class A:\n  def k(self):\n    pass\n";
    Node file =
        sample.sources.edit(Sample.id("a.py"), Name.of("a.py"), bare, id, Sample.bytes(text));
    Node container = file.entry(id).orElseThrow().node();
    assertEquals(Value.NONE, container.value());
    assertEquals(text, sample.text(container));
    assertEquals(2, container.size());
  }

  @Test
  void whatWasSaidOfAContainerStays() {
    NodeId id = ids.get("A");
    Node scanned = sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), raw);
    NodeBuilder noted = scanned.builder();
    noted.child(id).metadata("note", Value.of("mine"));
    String text = "class A:\n  def f(self):\n    pass\n\n  def h(self):\n    pass\n";
    Node file =
        sample.sources.edit(
            Sample.id("a.py"), Name.of("a.py"), noted.build(), id, Sample.bytes(text));
    Node container = file.entry(id).orElseThrow().node();
    assertEquals(Value.of("mine"), container.metadata("note"));
    assertEquals(text, sample.text(container));
    // As if it were made anew: nothing of what it was stays behind.
    NodeBuilder anew = sample.nodes.builder(Kind.SNIPPET);
    container.metadata().forEach(anew::metadata);
    container.entries().forEach(anew::put);
    assertEquals(anew.build().hash(), container.hash());
  }

  @Test
  void whoScansIsToldWhatTheTextWasBefore() {
    List<String> told = new ArrayList<>();
    SnippetScanner scanner = new IndentScanner();
    SnippetScanner listening =
        new SnippetScanner() {
          @Override
          public Set<String> languages() {
            return scanner.languages();
          }

          @Override
          public int version() {
            return scanner.version();
          }

          @Override
          public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
            return scanner.scan(text, language, cancellation);
          }

          @Override
          public List<Region> rescan(
              byte[] text, byte[] before, String language, Cancellation cancellation) {
            told.add(new String(before, StandardCharsets.UTF_8));
            return scan(text, language, cancellation);
          }
        };
    Sample other = new Sample(List.of(listening));
    String text = "  def f(self):\n    return 3\n";
    Node edited =
        other.sources.edit(
            Sample.id("a.py"), Name.of("a.py"), raw, ids.get("A.f"), Sample.bytes(text));
    assertEquals(List.of(TEXT), told);
    assertEquals(edit("A.f", text).hash(), edited.hash());
    other.rescan("a.py", edited, TEXT);
    assertEquals(List.of(TEXT, sample.text(edited)), told);
  }
}
