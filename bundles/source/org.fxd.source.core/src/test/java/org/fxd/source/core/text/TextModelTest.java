package org.fxd.source.core.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

class TextModelTest {
  private static final String PYTHON =
      """
      import x

      class A:
        y = 1

        def f(self):
          pass

        def g(self):
          pass

      def h():
        pass

      """;

  private final Sample sample = new Sample();

  private static List<String> shape(Node node, String indent) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : node.entries()) {
      lines.add(
          indent
              + entry.node().kind()
              + " "
              + entry.name()
              + entry.node().value().asText().map(t -> " " + t.replace("\n", "|")).orElse(""));
      lines.addAll(shape(entry.node(), indent + "  "));
    }
    return lines;
  }

  @Test
  void everyByteIsInOneLeaf() {
    Node file = sample.scanned("a.py", PYTHON);
    assertEquals(
        List.of(
            "head  import x||",
            "snippet A",
            "  head  class A:|  y = 1||",
            "  snippet f   def f(self):|    pass|",
            "  gap  |",
            "  snippet g   def g(self):|    pass|",
            "gap  |",
            "snippet h def h():|  pass|",
            "gap  |"),
        shape(file, ""));
    assertEquals(PYTHON, sample.text(file));
    assertEquals(Value.of("python"), file.metadata(FileMeta.LANGUAGE));
    assertEquals(
        Value.of(Hash.ofContent(Sample.bytes(PYTHON)).bytes()), file.metadata(FileMeta.CONTENT));
    assertEquals(Value.of(PYTHON.length()), file.metadata(FileMeta.SIZE));
    assertEquals(Value.of("class"), file.child("A").metadata(FileMeta.TYPE));
  }

  @Test
  void partsOfAFileAreRenderedToo() {
    Node file = sample.scanned("a.py", PYTHON);
    assertEquals("  def g(self):\n    pass\n", sample.text(file.child("A").child("g")));
    assertEquals(PYTHON.substring(10, PYTHON.indexOf("\ndef h")), sample.text(file.child("A")));
  }

  @Test
  void anEmptyFileHasNoLeaf() {
    Node file = sample.scanned("a.py", "");
    assertEquals(0, file.size());
    assertEquals(Value.NONE, file.value());
    assertEquals("", sample.text(file));
    assertTrue(file.metadata().containsKey(FileMeta.LANGUAGE));
  }

  @Test
  void whatIsNotTextStaysRaw() {
    Node binary = sample.raw("a\0b");
    assertSame(binary, sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), binary));
    Node late = sample.raw("a".repeat(TextRule.PROBE) + "\0");
    Node scanned = sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), late);
    assertEquals(Value.NONE, scanned.value());
    Node large = sample.sources.raw(Blob.of(new byte[TextRule.MAX_SIZE + 1]), true);
    assertSame(large, sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), large));
    Node link = sample.nodes.leaf(Kind.SYMLINK, Value.of("x"));
    assertSame(link, sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), link));
  }

  @Test
  void aLeafIsTextWhereItCanBe() {
    byte[] latin = "a\n\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
    Node file =
        sample.sources.scanned(
            Sample.id("a"), Name.of("a"), sample.sources.raw(Blob.of(latin), false));
    List<Value> values = new ArrayList<>();
    file.entries().forEach(entry -> values.add(entry.node().value()));
    assertEquals(
        List.of(Value.of("a\n"), Value.of("\n"), Value.of(new byte[] {(byte) 0xe4, '\n'})), values);
    assertArrayEquals(latin, sample.sources.render(file));

    Node mark = sample.scanned("b", "\uFEFFx\n");
    assertEquals("\uFEFFx\n", mark.entries().iterator().next().node().value().asText().get());
    // Half a surrogate pair, as some programs write it, is no text.
    byte[] half = {(byte) 0xed, (byte) 0xa0, (byte) 0x80};
    assertEquals(Value.of(half), Leaf.of(half, 0, 3));
  }

  @Test
  void theExecutableFlagIsKept() {
    Node raw = sample.sources.raw(Blob.of(Sample.bytes("x\n")), true);
    Node scanned = sample.sources.scanned(Sample.id("x"), Name.of("x"), raw);
    assertEquals(Value.of(true), scanned.metadata(FileMeta.EXECUTABLE));
    assertEquals(Value.NONE, sample.raw("x").metadata(FileMeta.EXECUTABLE));
  }

  @Test
  void idsFollowFromTheFileAndTheName() {
    Map<String, NodeId> ids = sample.ids("a.py", sample.scanned("a.py", PYTHON));
    assertEquals(List.of("A", "A.f", "A.g", "h"), List.copyOf(ids.keySet()));
    assertEquals(ids, sample.ids("a.py", new Sample().scanned("a.py", PYTHON)));
    assertEquals(SnippetIds.snippet(Sample.id("a.py"), Hash.ZERO, "A.f", 1), ids.get("A.f"));
    assertNotEquals(ids.get("A.f"), sample.ids("b.py", sample.scanned("b.py", PYTHON)).get("A.f"));
  }

  @Test
  void noTwoEntriesOfAFileHaveOneId() {
    Node file = sample.scanned("a.py", (PYTHON + "def h():\n  pass\n\n").repeat(3));
    List<NodeId> ids = new ArrayList<>();
    collect(file, ids);
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  private static void collect(Node node, List<NodeId> ids) {
    for (Entry entry : node.entries()) {
      ids.add(entry.id());
      collect(entry.node(), ids);
    }
  }

  @Test
  void bytesAreKeptAcrossARegionBorderWithinACharacter() {
    byte[] bytes = Sample.bytes("\u20ac\u20ac");
    Outline outline =
        Outline.of(bytes, List.of(new org.fxd.source.api.scan.Region("x", "x", 1, 4, List.of())));
    Node file =
        new FileNodes(sample.nodes)
            .scanned(outline, Map.of(), "x", new NativeIdentity(Sample.id("x")));
    assertArrayEquals(bytes, sample.sources.render(file));
    assertArrayEquals(Arrays.copyOfRange(bytes, 1, 4), sample.sources.render(file.child("x")));
  }
}
