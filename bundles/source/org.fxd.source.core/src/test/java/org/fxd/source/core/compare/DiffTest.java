package org.fxd.source.core.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

class DiffTest {
  private static final String A =
      "class A:\n  def f(self):\n    pass\n\n  def g(self):\n    go()\n\ndef h():\n  pass\n";

  private final Sample sample = new Sample();

  private List<String> diff(Node before, Node after) {
    List<String> lines = new ArrayList<>();
    sample.sources.diff(
        before,
        after,
        change -> {
          lines.add(line(change));
          change.snippets().forEach(snippet -> lines.add("  " + line(snippet)));
          return true;
        });
    return lines;
  }

  private static String line(FileChange change) {
    return change.kind()
        + change.before().map(f -> " " + f.path()).orElse("")
        + change.after().map(f -> " -> " + f.path()).orElse("");
  }

  private static String line(SnippetChange change) {
    return change.kind()
        + change.before().map(s -> " " + s.address()).orElse("")
        + change.after().map(s -> " -> " + s.address()).orElse("");
  }

  private Node one(String text) {
    return sample.root(Map.of("a.py", sample.raw(text)));
  }

  private Node rescanned(String text) {
    return sample.root(Map.of("a.py", sample.rescan("a.py", sample.raw(A), text)));
  }

  @Test
  void nothing() {
    assertEquals(List.of(), diff(one(A), one(A)));
    Node scanned = sample.root(Map.of("a.py", sample.scanned("a.py", A)));
    assertEquals(List.of(), diff(one(A), scanned));
    assertEquals(List.of(), diff(scanned, one(A)));
  }

  @Test
  void filesThatComeGoAndChange() {
    Map<String, Node> before = new LinkedHashMap<>();
    before.put("d/gone.py", sample.raw("def x():\n  pass\n"));
    before.put("same.txt", sample.raw("same"));
    before.put("link", sample.nodes.leaf(Kind.SYMLINK, Value.of("a")));
    before.put("mode", sample.raw("m"));
    Map<String, Node> after = new LinkedHashMap<>(before);
    after.remove("d/gone.py");
    after.put("e/new.py", sample.raw("def y():\n  pass\n"));
    after.put("link", sample.nodes.leaf(Kind.SYMLINK, Value.of("b")));
    after.put("mode", sample.sources.raw(Blob.of(Sample.bytes("m")), true));
    assertEquals(
        List.of(
            "REMOVED d/gone.py",
            "  REMOVED d/gone.py#x",
            "ADDED -> e/new.py",
            "  ADDED -> e/new.py#y",
            "CHANGED link -> link",
            "CHANGED mode -> mode"),
        diff(sample.root(before), sample.root(after)));
    List<String> files = new ArrayList<>();
    sample.sources.diffFiles(
        sample.root(before),
        sample.root(after),
        change -> {
          assertEquals(List.of(), change.snippets());
          files.add(line(change));
          return files.size() < 3;
        });
    assertEquals(List.of("REMOVED d/gone.py", "ADDED -> e/new.py", "CHANGED link -> link"), files);
  }

  @Test
  void filesInFoldersThatMove() {
    Node before =
        sample.root(
            Map.of("d/e/a.py", sample.raw(A), "d/b.txt", sample.raw("b"), "z", sample.raw("")));
    NodeBuilder root = before.builder();
    NodeBuilder code = root.child(Name.of("code"));
    Entry folder = code.entry(Name.of("d")).orElseThrow();
    code.put(folder.withName(Name.of("moved")));
    Node renamed = root.build();
    assertEquals(
        List.of("MOVED d/b.txt -> moved/b.txt", "MOVED d/e/a.py -> moved/e/a.py"),
        diff(before, renamed));

    NodeBuilder edited = renamed.builder();
    NodeBuilder inner = edited.child(Name.of("code")).child(Name.of("moved")).child(Name.of("e"));
    Entry file = inner.entry(Name.of("a.py")).orElseThrow();
    inner.put(file.withNode(sample.rescan("d/e/a.py", file.node(), A.replace("go()", "went()"))));
    assertEquals(
        List.of(
            "MOVED d/b.txt -> moved/b.txt",
            "CHANGED d/e/a.py -> moved/e/a.py",
            "  CHANGED d/e/a.py#A.g -> moved/e/a.py#A.g"),
        diff(before, edited.build()));
  }

  @Test
  void anEditedSnippetAloneIsChanged() {
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  CHANGED a.py#A.g -> a.py#A.g"),
        diff(one(A), rescanned(A.replace("go()", "went()"))));
  }

  @Test
  void aMethodAddedDoesNotChangeItsClass() {
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  ADDED -> a.py#A.n"),
        diff(one(A), rescanned(A.replace("\ndef h", "\n  def n(self):\n    new()\n\ndef h"))));
  }

  @Test
  void aSnippetRenamed() {
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  RENAMED a.py#A.g -> a.py#A.go"),
        diff(one(A), rescanned(A.replace("def g", "def go"))));
  }

  @Test
  void aSnippetMovedInItsFile() {
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  MOVED a.py#h -> a.py#h"),
        diff(one(A), rescanned("def h():\n  pass\n\n" + A.replace("\ndef h():\n  pass\n", ""))));
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  MOVED a.py#A.g -> a.py#g"),
        diff(
            one(A),
            rescanned(A.replace("\n  def g(self):\n    go()\n", "") + "\ndef g(self):\n  go()\n")));
  }

  @Test
  void aSnippetMovedToAnotherFileIsToldOfOnce() {
    String g = "def moved(self):\n  return go() + stop() + somewhere(1, 2)\n";
    Node before = sample.root(Map.of("a.py", sample.raw(A + g), "b.py", sample.raw("x = 1\n")));
    List<Optional<Node>> files =
        sample.rescanAll(
            List.of(
                Sample.edit("a.py", sample.raw(A + g), A),
                Sample.edit("b.py", sample.raw("x = 1\n"), "x = 1\n\n" + g)));
    Node after =
        sample.root(Map.of("a.py", files.get(0).orElseThrow(), "b.py", files.get(1).orElseThrow()));
    assertEquals(
        List.of("CHANGED a.py -> a.py", "CHANGED b.py -> b.py", "  MOVED a.py#moved -> b.py#moved"),
        diff(before, after));
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  MOVED b.py#moved -> a.py#moved", "CHANGED b.py -> b.py"),
        diff(after, before));
  }

  @Test
  void textOutsideAllSnippets() {
    assertEquals(List.of("CHANGED a.py -> a.py"), diff(one(A), rescanned("import x\n" + A)));
    assertEquals(
        List.of("CHANGED a.py -> a.py", "  CHANGED a.py#A -> a.py#A"),
        diff(one(A), rescanned(A.replace("class A:\n", "class A:\n  x = 1\n\n"))));
  }

  @Test
  void theVisitorMayStop() {
    List<String> seen = new ArrayList<>();
    sample.sources.diff(
        sample.root(Map.of()),
        sample.root(Map.of("a", sample.raw("a"), "b", sample.raw("b"))),
        change -> {
          seen.add(line(change));
          return false;
        });
    assertEquals(List.of("ADDED -> a"), seen);
  }

  @Test
  void linesByHistogram() {
    assertEquals(List.of(), lines("a\nb\n", "a\nb\n"));
    assertEquals(List.of(new LineEdit(1, 2, 1, 2)), lines("a\nb\nc\n", "a\nx\nc\n"));
    assertEquals(List.of(new LineEdit(0, 0, 0, 1)), lines("", "a"));
    assertEquals(
        List.of(new LineEdit(0, 1, 0, 0), new LineEdit(2, 2, 1, 2)), lines("a\nb\n", "b\nc\n"));
    assertTrue(!lines("a\r\n", "a\n").isEmpty());
  }

  private List<LineEdit> lines(String a, String b) {
    return sample.sources.lines(Sample.bytes(a), Sample.bytes(b));
  }
}
