package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text, however broken: a sound result, and always the same. */
class ScanProperties {
  private static final int ROUNDS = 100;
  private static final byte[] SPICE =
      "{}()[]<>;,:\"'`/*#@=!-\\ \t\r\n$~&|%0aZ\0\u00e9\u20ac\ufeff"
          .getBytes(StandardCharsets.UTF_8);

  private static final List<String> UNITS =
      List.of(
          "class A{",
          "(",
          "[",
          "if (a) {",
          "a;",
          "class A:\n ",
          "/*",
          "'''",
          "`${",
          "<a>",
          "- ",
          "> ",
          "\"\\");

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python", "markdown"})
  void everyMutationOfASampleIsScannedSoundly(String language) throws IOException {
    byte[] sample = sample(language);
    Random random = new Random(language.hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      byte[] text = mutate(sample, random);
      // Scans.scan checks order, nesting and bounds.
      List<Region> regions = Scans.scan(text, language);
      if (round % 20 == 0) {
        assertEquals(regions, Scans.scan(text, language));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python", "markdown"})
  void everyBeginningOfASampleIsScannedSoundly(String language) throws IOException {
    byte[] sample = sample(language);
    for (int length = 0; length <= sample.length; length += 1 + length / 40) {
      Scans.scan(Arrays.copyOf(sample, length), language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python", "markdown"})
  void randomBytesAreScannedSoundly(String language) {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      byte[] text = new byte[random.nextInt(1500)];
      random.nextBytes(text);
      Scans.scan(text, language);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python", "markdown"})
  void deepNestingAndLongLinesEndOneWayOrTheOther(String language) {
    scanOrRefuse("{".repeat(10_000), language);
    scanOrRefuse("{".repeat(10_000) + "\n}".repeat(10_000), language);
    for (String unit : UNITS) {
      scanOrRefuse(unit.repeat(500), language);
      scanOrRefuse(unit.repeat(500) + "\n}".repeat(500), language);
    }
  }

  @Test
  void whatTakesTooLongIsRefused() {
    Text text = new Text("class A:\n ".repeat(2_000).getBytes(StandardCharsets.UTF_8));
    Grammar java = new Grammars(Scans.natives(Platform.current())).grammar("java");
    Parse parse = new Parse(java, text, Cancellation.none(), Duration.ofMillis(1));
    assertThrows(FxdException.class, parse::tree);
  }

  @Test
  void typesNestedTooDeepBelongToTheInnermost() {
    String text = "class A {\n".repeat(100) + "}\n".repeat(100);
    int depth = 0;
    List<Region> regions = Scans.scan(text.getBytes(StandardCharsets.UTF_8), "java");
    while (!regions.isEmpty()) {
      depth++;
      regions = regions.get(0).children();
    }
    assertEquals(33, depth);
  }

  @Test
  void bytesThatAreNoTextKeepTheOffsetsTrue() {
    byte[] text =
        "// \u00ff\u00fe\u0080 caf\u00e9\nclass A { String s = \"\u00f0\"; }\n/* \u00c3 */ class B { }\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    List<Region> regions = Scans.scan(text, "java");
    assertEquals(List.of("A", "B"), regions.stream().map(Region::name).toList());
    assertEquals(text.length, regions.get(1).end());
    assertEquals("/* \u00c3 */ class B { }\n", part(text, regions.get(1)));
  }

  @Test
  void offsetsAreBytes() {
    byte[] text =
        "/** \ud83d\ude00 \u4e2d\u6587 */\nclass \u00c4 { }\nclass B { }\n"
            .getBytes(StandardCharsets.UTF_8);
    List<Region> regions = Scans.scan(text, "java");
    assertEquals(List.of("\u00c4", "B"), regions.stream().map(Region::name).toList());
    assertEquals("class B { }\n", part(text, regions.get(1)));
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String name = "x" + "\u00e4".repeat(1000);
    List<Region> regions =
        Scans.scan(("class " + name + " { }").getBytes(StandardCharsets.UTF_8), "java");
    assertEquals(name.substring(0, 100), regions.get(0).name());
  }

  @Test
  void aLargeTextIsReadInChunks() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8_000; i++) {
      text.append("  /** Does ").append(i).append(". */\n  void m").append(i).append("() {}\n");
    }
    List<Region> regions =
        Scans.scan(("class A {\n" + text + "}\n").getBytes(StandardCharsets.UTF_8), "java");
    List<Region> methods = regions.get(0).children();
    assertEquals(8_000, methods.size());
    assertEquals("m7999", methods.get(7_999).name());
  }

  @Test
  void cancellingEndsIt() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    byte[] text = "class A { }\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    TreeSitterScanner scanner = new TreeSitterScanner(Scans.natives(Platform.current()), () -> {});
    assertThrows(CancelledException.class, () -> scanner.scan(text, "java", cancellation));
    assertEquals(10_000, scanner.scan(text, "java", Cancellation.none()).size());
  }

  @SuppressWarnings("EmptyCatch")
  private static void scanOrRefuse(String text, String language) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      Scans.scan(bytes, language);
    } catch (FxdException e) {
      // Too hard to follow is an answer too; the caller cuts by lines then.
    }
  }

  private static byte[] sample(String language) throws IOException {
    try (InputStream in =
        ScanProperties.class.getResourceAsStream("/samples/" + language + ".txt")) {
      return in.readAllBytes();
    }
  }

  private static byte[] mutate(byte[] sample, Random random) {
    byte[] text = sample;
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int from = random.nextInt(text.length + 1);
      int to = Math.min(text.length, from + random.nextInt(random.nextInt(20) == 0 ? 400 : 20));
      switch (random.nextInt(4)) {
        case 0 -> text = splice(text, from, to, new byte[0]);
        case 1 -> text = splice(text, to, to, Arrays.copyOfRange(text, from, to));
        case 2 -> {
          byte[] noise = new byte[1 + random.nextInt(3)];
          random.nextBytes(noise);
          text = splice(text, from, from, noise);
        }
        default -> {
          int spice = random.nextInt(SPICE.length);
          text = splice(text, from, from, Arrays.copyOfRange(SPICE, spice, spice + 1));
        }
      }
    }
    return text;
  }

  private static byte[] splice(byte[] text, int from, int to, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text, 0, from);
    out.writeBytes(by);
    out.write(text, to, text.length - to);
    return out.toByteArray();
  }

  private static String part(byte[] text, Region region) {
    return new String(
        text, region.start(), region.end() - region.start(), StandardCharsets.ISO_8859_1);
  }
}
