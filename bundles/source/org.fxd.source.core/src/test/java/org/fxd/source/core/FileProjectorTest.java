package org.fxd.source.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanners;
import org.fxd.source.core.scan.Scanning;
import org.fxd.source.core.text.TextRule;
import org.junit.jupiter.api.Test;

/** What an index sees of raw files. */
class FileProjectorTest {
  private static final NodeId ID = Sample.id("a.py");
  private static final Name NAME = Name.of("a.py");
  private static final String TEXT = "class A:\n  def f(self):\n    pass\n\ndef g():\n  pass\n";

  private final Nodes nodes = new GraphNodes();
  private final AtomicInteger scans = new AtomicInteger();
  private final Sample sample = new Sample();

  private FileProjector projector(SnippetScanner... scanners) {
    return projector(new FixedScanners(List.of(scanners)));
  }

  private FileProjector projector(Scanners scanners) {
    return new FileProjector(new Projections(new Scanning(scanners), nodes));
  }

  /** Counts what it is asked. */
  private SnippetScanner counting(int version, boolean fails) {
    return new SnippetScanner() {
      private final SnippetScanner scanner = new IndentScanner();

      @Override
      public Set<String> languages() {
        return scanner.languages();
      }

      @Override
      public int version() {
        return version;
      }

      @Override
      public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
        scans.incrementAndGet();
        if (fails) {
          throw new IllegalStateException("on purpose");
        }
        return scanner.scan(text, language, cancellation);
      }
    };
  }

  private static Outline outline(FileProjector projector, Node file) {
    return projector.outline(ID, NAME, file, Cancellation.none()).orElseThrow();
  }

  @Test
  void theOutlineHasNamesAndTypes() {
    Outline outline = outline(projector(new IndentScanner()), sample.raw(TEXT));
    assertEquals(Map.of(FileMeta.LANGUAGE, Value.of("python")), outline.metadata());
    assertEquals(
        List.of("A class", "f function", "g function"),
        outline.inner().stream()
            .map(inner -> inner.name() + " " + inner.metadata().get(FileMeta.TYPE))
            .toList());
    assertEquals(
        List.copyOf(sample.ids("a.py", sample.raw(TEXT)).values()),
        outline.inner().stream().map(Outline.Inner::id).toList());
  }

  @Test
  void aHintSavesTheScan() {
    Node file = sample.raw(TEXT);
    byte[] hint = outline(projector(counting(1, false)), file).hint();
    assertEquals(1, scans.get());
    Node whole = projector(counting(1, false)).project(ID, NAME, file, Cancellation.none());
    assertEquals(2, scans.get());
    Node hinted = projector(counting(1, false)).project(ID, NAME, file, hint, Cancellation.none());
    assertEquals(2, scans.get());
    assertEquals(whole.hash(), hinted.hash());
    // Renamed within its language, or under another id: the regions are the same.
    projector(counting(1, false))
        .project(Sample.id("b"), Name.of("b.py"), file, hint, Cancellation.none());
    assertEquals(2, scans.get());
  }

  @Test
  void aHintOfAnotherScannerVersionTextOrLanguageIsIgnored() {
    Node file = sample.raw(TEXT);
    byte[] hint = outline(projector(counting(1, false)), file).hint();
    Node other = sample.raw(TEXT.replace('g', 'h'));
    FileProjector later = projector(counting(2, false));
    assertEquals(
        sample.scanned("a.py", TEXT).hash(),
        later.project(ID, NAME, file, hint, Cancellation.none()).hash());
    assertEquals(2, scans.get());
    FileProjector same = projector(counting(1, false));
    assertEquals(
        sample.scanned("a.py", TEXT.replace('g', 'h')).hash(),
        same.project(ID, NAME, other, hint, Cancellation.none()).hash());
    assertEquals(3, scans.get());
    Name text = Name.of("a.txt");
    assertEquals(
        same.project(ID, text, file, Cancellation.none()).hash(),
        projector(counting(1, false)).project(ID, text, file, hint, Cancellation.none()).hash());
  }

  @Test
  void aScannerThatFailedLeavesNoHint() {
    FileProjector projector = projector(counting(1, true));
    Outline outline = outline(projector, sample.raw(TEXT));
    assertEquals(0, outline.hint().length);
    assertEquals("block", outline.inner().get(0).metadata().get(FileMeta.TYPE).toString());
  }

  @Test
  void whatIsNoTextHasNoOutline() {
    FileProjector projector = projector(new IndentScanner());
    Node binary = sample.sources.raw(Blob.of(new byte[] {1, 0, 2}), false);
    assertTrue(projector.isProjected(binary));
    assertEquals(Optional.empty(), projector.outline(ID, NAME, binary, Cancellation.none()));
    assertEquals(binary, projector.project(ID, NAME, binary, Cancellation.none()));

    Node large = sample.sources.raw(Blob.of(new byte[TextRule.MAX_SIZE + 1]), false);
    assertFalse(projector.isProjected(large));
    assertEquals(Optional.empty(), projector.outline(ID, NAME, large, Cancellation.none()));

    assertFalse(projector.isProjected(sample.scanned("a.py", TEXT)));
    assertFalse(projector.isProjected(nodes.leaf(Kind.SYMLINK, Value.of(Blob.of(new byte[1])))));
    assertFalse(projector.isProjected(nodes.builder(Kind.FOLDER).build()));
    assertEquals(
        Optional.empty(),
        projector.outline(ID, NAME, sample.scanned("a.py", TEXT), Cancellation.none()));
  }

  @Test
  void anEmptyTextHasAnOutlineWithoutSnippets() {
    Outline outline = outline(projector(new IndentScanner()), sample.raw(""));
    assertEquals(List.of(), outline.inner());
    assertEquals(Set.of(FileMeta.LANGUAGE), outline.metadata().keySet());
  }

  @Test
  void theVersionTellsWhoScansWhat() {
    String none = projector().version();
    String one = projector(counting(1, false)).version();
    String two = projector(counting(2, false)).version();
    assertEquals(none, projector().version());
    assertEquals(one, projector(counting(1, true)).version());
    assertNotEquals(none, one);
    assertNotEquals(one, two);
    // Who is never asked does not matter; who is asked first does.
    assertEquals(one, projector(counting(1, false), new IndentScanner()).version());
    assertNotEquals(one, projector(new IndentScanner(), counting(1, false)).version());
  }

  @Test
  void theVersionFollowsScannersThatComeAndGo() {
    AtomicInteger generation = new AtomicInteger();
    FileProjector projector =
        projector(
            new Scanners() {
              @Override
              public List<SnippetScanner> all() {
                return generation.get() == 1 ? List.of(new IndentScanner()) : List.of();
              }

              @Override
              public long generation() {
                return generation.get();
              }
            });
    String before = projector.version();
    generation.set(1);
    String with = projector.version();
    assertNotEquals(before, with);
    generation.set(2);
    assertEquals(before, projector.version());
  }

  @Test
  void aScannerThatCannotSayItsVersionIsUsedWithoutHints() {
    SnippetScanner mute =
        new SnippetScanner() {
          @Override
          public Set<String> languages() {
            return Set.of("python");
          }

          @Override
          public int version() {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
            return List.of(new Region("thing", "x", 0, 3, List.of()));
          }
        };
    FileProjector projector = projector(mute);
    assertFalse(projector.version().isEmpty());
    Outline outline = outline(projector, sample.raw(TEXT));
    assertEquals(1, outline.inner().size());
    assertEquals(0, outline.hint().length);
  }

  @Test
  void itStopsWhenAsked() {
    Cancellation cancellation = Cancellation.none();
    cancellation.cancel();
    FileProjector projector = projector(new IndentScanner());
    assertThrows(
        CancelledException.class,
        () -> projector.outline(ID, NAME, sample.raw(TEXT), cancellation));
    assertThrows(
        CancelledException.class,
        () -> projector.project(ID, NAME, sample.raw(TEXT), cancellation));
  }

  /** A file of a project that was closed since would be read from a store that is closed. */
  @Test
  void whatIsNoTextComesBackAsTheNodeThatWasAskedFor() {
    FileProjector projector = projector(counting(1, false));
    Node before = sample.raw("no text: \0");
    Node after = sample.raw("no text: \0");
    assertEquals(before.hash(), after.hash());
    assertSame(before, projector.project(ID, NAME, before, Cancellation.none()));
    assertSame(after, projector.project(ID, NAME, after, Cancellation.none()));
  }
}
