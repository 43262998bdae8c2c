package org.fxd.source.core.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

/** The law of the text model: render(scan(bytes)) = bytes, for every sequence of bytes. */
class TextModelProperties {
  private static final String[] PIECES = {
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "def f():\n",
    "  def g(x):\n",
    "class A:\n",
    "x = 1\n",
    "\uFEFF",
    "\u00e4",
    "\u20ac",
    "\ud83d\ude00",
    "a",
    "# note\n",
    "    return 1\n",
    "\f",
    "\u2028"
  };

  private final Sample sample = new Sample();

  /** Text with all sorts of line ends, or bytes of no encoding, or both. */
  private static byte[] bytes(Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int parts = random.nextInt(40);
    int style = random.nextInt(4);
    for (int i = 0; i < parts; i++) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      if (style == 0 || style == 3 && random.nextInt(8) == 0) {
        out.write(random.nextInt(256));
      } else {
        out.writeBytes(
            piece.getBytes(style == 1 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static List<Region> regions(Random random, int start, int end, int depth) {
    List<Region> regions = new ArrayList<>();
    int position = start;
    while (position < end && depth < 5 && random.nextInt(4) > 0) {
      int from = position + random.nextInt(end - position);
      int to = from + 1 + random.nextInt(end - from);
      String name = random.nextInt(3) == 0 ? "" : "n" + random.nextInt(3);
      regions.add(new Region("t", name, from, to, regions(random, from, to, depth + 1)));
      position = to;
    }
    return regions;
  }

  @Test
  void renderingWhatWasScannedGivesTheBytes() {
    String[] names = {"a.py", "a.txt", "a"};
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = bytes(random);
      String name = names[random.nextInt(names.length)];
      Node raw = sample.sources.raw(Blob.of(bytes), false);
      Node scanned = sample.sources.scanned(Sample.id(name), Name.of(name), raw);
      assertArrayEquals(bytes, sample.sources.render(scanned), "seed " + seed);
      assertArrayEquals(bytes, sample.sources.render(raw), "seed " + seed);
      assertEquals(
          Value.of(Hash.ofContent(bytes).bytes()),
          scanned.metadata(FileMeta.CONTENT),
          "seed " + seed);
    }
  }

  @Test
  void whateverTheRegionsAre() {
    FileNodes files = new FileNodes(sample.nodes);
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = bytes(random);
      Outline outline = Outline.of(bytes, regions(random, 0, bytes.length, 0));
      Node file = files.scanned(outline, Map.of(), "x", new NativeIdentity(Sample.id("x")));
      assertArrayEquals(bytes, sample.sources.render(file), "seed " + seed);
      // What is read back from the node is what was written to it.
      Outline again = Outline.of(file);
      assertArrayEquals(bytes, again.bytes(), "seed " + seed);
      assertEquals(described(outline), described(again), "seed " + seed);
    }
  }

  private static List<String> described(Outline outline) {
    return outline.snippets().stream()
        .map(
            p ->
                p.depth()
                    + p.type()
                    + p.qualifiedName()
                    + "~"
                    + p.ordinal()
                    + p.start()
                    + "-"
                    + p.end())
        .toList();
  }

  @Test
  void scanningAgainChangesNothingButTheForm() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = bytes(random);
      Node raw = sample.sources.raw(Blob.of(bytes), false);
      Node scanned = sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), raw);
      Node again = sample.sources.scanned(Sample.id("a.py"), Name.of("a.py"), scanned);
      assertEquals(scanned.hash(), again.hash());
      assertEquals(
          scanned.hash(),
          new Sample().sources.scanned(Sample.id("a.py"), Name.of("a.py"), raw).hash());
    }
  }
}
