package org.fxd.source.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes come, they come back, nothing is thrown, and it ends. */
class ScanFuzzTest {
  private static final List<String> NAMES = List.of("a.py", "b.txt", "c.md");

  /** Finds snippets anywhere, some of them nonsense. */
  private static final class WildScanner implements SnippetScanner {
    @Override
    public Set<String> languages() {
      return Set.of("markdown");
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
      return regions(text, 0, text.length, 0);
    }

    private static List<Region> regions(byte[] text, int from, int to, int depth) {
      List<Region> regions = new ArrayList<>();
      for (int i = from; i < to; ) {
        int length = Math.min(to - i, 1 + (text[i] & 0x1f));
        boolean nonsense = text[i] == 7;
        if ((text[i] & 3) != 0) {
          regions.add(
              new Region(
                  "t" + (text[i] & 1),
                  "n" + (text[i] & 7),
                  nonsense ? i - 1 : i,
                  i + length,
                  depth > 4 ? List.of() : regions(text, i + 1, i + length, depth + 1)));
        }
        i += length;
      }
      return regions;
    }
  }

  private final Sample sample = new Sample(List.of(new IndentScanner(), new WildScanner()));

  @Test
  @Timeout(120)
  void anyBytesAnyChange() {
    Property.seeded(71)
        .runs(1_500)
        .check(
            choices -> {
              List<FileEdit> edits = new ArrayList<>();
              List<byte[]> texts = new ArrayList<>();
              byte[] last = {};
              for (int left = choices.between(1, 3); left > 0; left--) {
                byte[] before = bytes(choices);
                byte[] after = choices.chance(10) ? last : mutated(choices, before);
                last = before;
                String name = choices.pick(NAMES);
                choices.note(name + " " + Arrays.toString(before) + " > " + Arrays.toString(after));
                edits.add(edit(choices, name + left, name, before, after));
                texts.add(after);
              }
              Reconciled reconciled = sample.sources.reconcile(edits, Cancellation.none());
              Set<NodeId> ids = new HashSet<>();
              for (int i = 0; i < texts.size(); i++) {
                Optional<Node> node = reconciled.nodes().get(i);
                assertEquals(edits.get(i).after().isPresent(), node.isPresent());
                if (node.isPresent()) {
                  assertArrayEquals(texts.get(i), sample.sources.render(node.get()));
                  assertDistinct(node.get(), ids);
                }
              }
            });
  }

  private FileEdit edit(Choices choices, String path, String name, byte[] before, byte[] after) {
    Node old = sample.sources.raw(Blob.of(before), false);
    Node file =
        choices.chance(50) ? sample.sources.scanned(Sample.id(path), Name.of(name), old) : old;
    assertArrayEquals(before, sample.sources.render(file));
    int kind = choices.below(10);
    return new FileEdit(
        Sample.id(path),
        Name.of(name),
        kind == 9 ? Optional.empty() : Optional.of(file),
        kind == 8 ? Optional.empty() : Optional.of(Blob.of(after)));
  }

  private static void assertDistinct(Node node, Set<NodeId> ids) {
    for (Entry entry : node.entries()) {
      assertTrue(ids.add(entry.id()), () -> "twice: " + entry);
      assertDistinct(entry.node(), ids);
    }
  }

  @Test
  @Timeout(120)
  void anySnippetsAnyTexts() {
    Property.seeded(72)
        .runs(500)
        .check(
            choices -> {
              String name = choices.pick(NAMES);
              byte[] before =
                  Sample.bytes(Texts.code(choices) + choices.text(20).replace('\0', ' '));
              Node raw = sample.sources.raw(Blob.of(before), false);
              List<Snippet> snippets = sample.snippets(name, raw);
              if (snippets.isEmpty()) {
                return;
              }
              Snippet one = choices.pick(snippets);
              byte[] text = Sample.bytes(Texts.edited(choices, Texts.code(choices)));
              byte[] old = sample.sources.render(one.entry().node());
              choices.note(one.address() + " > " + Arrays.toString(text));
              Node edited =
                  sample.sources.edit(Sample.id(name), Name.of(name), raw, one.entry().id(), text);
              byte[] now = sample.sources.render(edited);
              assertEquals(before.length - old.length + text.length, now.length);
              assertDistinct(edited, new HashSet<>());
            });
  }

  @Test
  @Timeout(60)
  void muchOfTheSame() {
    String functions = "def same(one):\n  pass\n  return one\n\n".repeat(1_500);
    Node before = sample.scanned("a.py", functions);
    String after =
        "def same(one, two):\n  pass\n  return one\n\n".repeat(1_000)
            + functions.replace("return one", "return two");
    assertEquals(after, sample.text(sample.rescan("a.py", before, after)));
    String lines = "same line\n\n".repeat(20_000);
    assertEquals(
        lines + "x\n", sample.text(sample.rescan("b.txt", sample.raw(lines), lines + "x\n")));
    assertEquals(functions, sample.text(sample.rescan("b.txt", sample.raw(lines), functions)));
  }

  @Test
  @Timeout(60)
  void longLinesDeepNestingAndNoEnd() {
    String line = "x".repeat(2_000_000);
    assertEquals(line, sample.text(sample.rescan("b.txt", sample.raw("a\n"), line)));
    String open = "def f(" + "(".repeat(500_000);
    assertEquals(open, sample.text(sample.rescan("a.py", sample.raw("def f():\n  x\n"), open)));
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      deep.append(" ".repeat(i)).append("def f").append(i).append("():\n");
    }
    String nested = deep.toString();
    Node file = sample.scanned("a.py", nested);
    assertEquals(nested, sample.text(file));
    assertEquals("x\n" + nested, sample.text(sample.rescan("a.py", file, "x\n" + nested)));
  }

  private static byte[] bytes(Choices choices) {
    return switch (choices.below(3)) {
      case 0 -> Sample.bytes(Texts.code(choices));
      case 1 -> Texts.bytes(choices);
      default -> choices.bytes(200);
    };
  }

  /** Some bytes changed, gone, doubled or moved. */
  private static byte[] mutated(Choices choices, byte[] text) {
    byte[] bytes = text.clone();
    for (int left = choices.below(6); left > 0 && bytes.length > 0; left--) {
      int from = choices.below(bytes.length);
      int to = Math.min(bytes.length, from + choices.below(40));
      byte[] part = Arrays.copyOfRange(bytes, from, to);
      switch (choices.below(4)) {
        case 0 -> bytes[from] = (byte) choices.below(256);
        case 1 -> bytes = joined(bytes, from, new byte[0], to);
        case 2 -> bytes = joined(bytes, to, part, to);
        default -> bytes = joined(joined(bytes, from, new byte[0], to), 0, part, 0);
      }
    }
    return bytes;
  }

  private static byte[] joined(byte[] text, int until, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(text, until + middle.length + text.length - from);
    System.arraycopy(middle, 0, joined, until, middle.length);
    System.arraycopy(text, from, joined, until + middle.length, text.length - from);
    return joined;
  }
}
