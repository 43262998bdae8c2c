package org.fxd.source.core.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.fxd.source.core.Sample;
import org.fxd.source.core.text.Piece;
import org.junit.jupiter.api.Test;

/** What a scanner says is checked; what cannot be used is cut by lines. */
class ScanningTest {
  private static final byte[] TEXT = Sample.bytes("one\n\ntwo\n");
  private static final List<String> BY_LINES = List.of("block one", "block two");

  private record Saying(Supplier<List<Region>> answer) implements SnippetScanner {
    @Override
    public Set<String> languages() {
      return Set.of("toy");
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
      return answer.get();
    }
  }

  private static List<String> found(Supplier<List<Region>> answer) {
    Scanning scanning = new Scanning(new FixedScanners(List.of(new Saying(answer))));
    return scanning.outline(TEXT, "toy").snippets().stream().map(ScanningTest::label).toList();
  }

  private static String label(Piece piece) {
    return piece.type() + " " + piece.qualifiedName();
  }

  private static Region region(int start, int end, Region... children) {
    return new Region("thing", "x", start, end, List.of(children));
  }

  @Test
  void whoeverScansMayBeAskedToStop() {
    Cancellation cancellation = Cancellation.none();
    List<Cancellation> seen = new ArrayList<>();
    SnippetScanner slow =
        new SnippetScanner() {
          @Override
          public Set<String> languages() {
            return Set.of("toy");
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public List<Region> scan(byte[] text, String language, Cancellation given) {
            seen.add(given);
            cancellation.cancel();
            given.check();
            return List.of();
          }
        };
    Scanning scanning = new Scanning(new FixedScanners(List.of(slow)));
    assertThrows(CancelledException.class, () -> scanning.outline(TEXT, "toy", cancellation));
    assertEquals(List.of(cancellation), seen);
    assertThrows(CancelledException.class, () -> scanning.count(TEXT, "toy", cancellation));
    assertEquals(1, seen.size());
  }

  @Test
  void countsAsManyAsTheOutlineHas() {
    List<Region> regions = List.of(region(0, 4, region(0, 4)), region(4, 9));
    Scanning scanning = new Scanning(new FixedScanners(List.of(new Saying(() -> regions))));
    assertEquals(3, scanning.count(TEXT, "toy", Cancellation.none()));
    assertEquals(2, scanning.count(TEXT, "other", Cancellation.none()));
  }

  @Test
  void whatIsSaidOfAChangedTextIsCheckedToo() {
    byte[] before = Sample.bytes("one\n");
    List<byte[]> told = new ArrayList<>();
    SnippetScanner scanner =
        new SnippetScanner() {
          @Override
          public Set<String> languages() {
            return Set.of("toy");
          }

          @Override
          public int version() {
            return 1;
          }

          @Override
          public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
            return List.of(region(0, 4));
          }

          @Override
          public List<Region> rescan(
              byte[] text, byte[] past, String language, Cancellation cancellation) {
            told.add(past);
            return List.of(region(0, text.length + 1));
          }
        };
    Scanning scanning = new Scanning(new FixedScanners(List.of(scanner)));
    assertEquals(
        BY_LINES,
        scanning.outline(TEXT, before, "toy", Cancellation.none()).snippets().stream()
            .map(ScanningTest::label)
            .toList());
    assertSame(before, told.get(0));
    // One that knows nothing of this is asked as ever.
    Saying plain = new Saying(() -> List.of(region(0, 4)));
    assertEquals(
        1,
        new Scanning(new FixedScanners(List.of(plain)))
            .outline(TEXT, before, "toy", Cancellation.none())
            .snippets()
            .size());
  }

  @Test
  void takesWhatIsRight() {
    assertEquals(
        List.of("thing x", "thing x.x", "thing x"),
        found(() -> List.of(region(0, 4, region(0, 4)), region(4, 9))));
    assertEquals(List.of(), found(List::of));
  }

  @Test
  void dropsWhatIsNotWithinTheText() {
    assertEquals(BY_LINES, found(() -> List.of(region(0, 10))));
    assertEquals(BY_LINES, found(() -> List.of(region(-1, 3))));
    assertEquals(BY_LINES, found(() -> List.of(region(3, 3))));
    assertEquals(BY_LINES, found(() -> List.of(region(5, 3))));
    assertEquals(BY_LINES, found(() -> List.of(region(0, 5), region(4, 9))));
    assertEquals(BY_LINES, found(() -> List.of(region(4, 9), region(0, 4))));
    assertEquals(BY_LINES, found(() -> List.of(region(0, 4, region(2, 5)))));
    assertEquals(BY_LINES, found(() -> List.of(region(2, 4, region(0, 3)))));
    assertEquals(BY_LINES, found(() -> List.of(region(Integer.MIN_VALUE, Integer.MAX_VALUE))));
  }

  @Test
  void dropsWhatIsNotProper() {
    assertEquals(BY_LINES, found(() -> null));
    assertEquals(BY_LINES, found(() -> Collections.singletonList(null)));
    assertEquals(BY_LINES, found(() -> List.of(new Region(null, "x", 0, 3, List.of()))));
    assertEquals(BY_LINES, found(() -> List.of(new Region("", "x", 0, 3, List.of()))));
    assertEquals(BY_LINES, found(() -> List.of(new Region("t\ud800", "x", 0, 3, List.of()))));
    assertEquals(BY_LINES, found(() -> List.of(new Region("type", null, 0, 3, List.of()))));
  }

  @Test
  void dropsWhatIsTooDeepOrTooMuch() {
    Region nested = region(0, 9);
    for (int i = 1; i < RegionCheck.MAX_DEPTH; i++) {
      nested = region(0, 9, nested);
    }
    List<Region> deep = List.of(nested);
    assertEquals(RegionCheck.MAX_DEPTH, found(() -> deep).size());
    Region deeper = region(0, 9, nested);
    assertEquals(BY_LINES, found(() -> List.of(deeper)));

    byte[] text = new byte[RegionCheck.MAX_REGIONS + 1];
    List<Region> many = new ArrayList<>();
    for (int i = 0; i < text.length; i++) {
      many.add(region(i, i + 1));
    }
    assertEquals(true, RegionCheck.fault(many, text.length).isPresent());
    assertEquals(false, RegionCheck.fault(many.subList(1, many.size()), text.length).isPresent());
  }

  @Test
  void aScannerThatFailsIsNoHarm() {
    assertEquals(
        BY_LINES,
        found(
            () -> {
              throw new IllegalStateException("on purpose");
            }));
    assertEquals(
        BY_LINES,
        found(
            () -> {
              throw new UnsatisfiedLinkError("on purpose");
            }));
    assertThrows(
        CancelledException.class,
        () ->
            found(
                () -> {
                  throw new CancelledException("on purpose");
                }));
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String name = "x" + "\u00e4".repeat(300);
    List<String> found = found(() -> List.of(new Region("thing", name, 0, 9, List.of())));
    assertEquals(List.of("thing x" + "\u00e4".repeat(127)), found);
  }
}
