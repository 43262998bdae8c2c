package org.fxd.source.core.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;
import org.fxd.source.core.Sample;
import org.fxd.source.core.Texts;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** The law of the text model: render(scan(bytes)) = bytes, for every sequence of bytes. */
class TextModelProperties {
  private static final List<String> NAMES = List.of("a.txt", "a.py", "a");

  private final Sample sample = new Sample();

  private static List<Region> regions(Choices choices, int start, int end, int depth) {
    List<Region> regions = new ArrayList<>();
    int position = start;
    while (position < end && depth < 5 && choices.chance(70)) {
      int from = position + choices.below(end - position);
      int to = from + 1 + choices.below(end - from);
      String name = choices.chance(30) ? "" : "n" + choices.below(3);
      regions.add(new Region("t", name, from, to, regions(choices, from, to, depth + 1)));
      position = to;
    }
    return regions;
  }

  @Test
  void renderingWhatWasScannedGivesTheBytes() {
    Property.seeded(1)
        .runs(3_000)
        .check(
            choices -> {
              byte[] bytes = Texts.bytes(choices);
              Name name = Name.of(choices.pick(NAMES));
              Node raw = sample.sources.raw(Blob.of(bytes), false);
              Node scanned = sample.sources.scanned(Sample.id("a"), name, raw);
              assertArrayEquals(bytes, sample.sources.render(scanned));
              assertArrayEquals(bytes, sample.sources.render(raw));
              assertEquals(
                  Value.of(Hash.ofContent(bytes).bytes()), scanned.metadata(FileMeta.CONTENT));
              assertEquals(
                  scanned.hash(), sample.sources.scanned(Sample.id("a"), name, scanned).hash());
            });
  }

  @Test
  void whateverTheRegionsAre() {
    FileNodes files = new FileNodes(sample.nodes);
    Property.seeded(2)
        .runs(3_000)
        .check(
            choices -> {
              byte[] bytes = Texts.bytes(choices);
              Outline outline = Outline.of(bytes, regions(choices, 0, bytes.length, 0));
              NativeIdentity identity = new NativeIdentity(Sample.id("x"));
              Node file = files.scanned(outline, Map.of(), "x", identity);
              assertArrayEquals(bytes, sample.sources.render(file));
              // What is read back from the node is what was written to it.
              Outline again = Outline.of(file);
              assertArrayEquals(bytes, again.bytes());
              assertEquals(described(outline), described(again));
            });
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
  void aProjectionIsAPureFunction() {
    Property.seeded(3)
        .runs(300)
        .check(
            choices -> {
              Node raw = sample.sources.raw(Blob.of(Texts.bytes(choices)), choices.chance(50));
              Name name = Name.of(choices.pick(NAMES));
              assertEquals(
                  sample.sources.scanned(Sample.id("a"), name, raw).hash(),
                  new Sample().sources.scanned(Sample.id("a"), name, raw).hash());
            });
  }
}
