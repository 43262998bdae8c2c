package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.treesitter.TSTree;

/** What is found in a text that was edited is what is found in it without its past. */
class RescanProperties {
  private static final int ROUNDS = 12;
  private static final int EDITS = 40;

  /** Every so manieth of this project's own files. */
  private static final int STEP = 31;

  private final TreeSitterScanner scanner =
      new TreeSitterScanner(Scans.natives(Platform.current()), () -> {});
  private final Grammars grammars = new Grammars(Scans.natives(Platform.current()));
  private int taken;

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python"})
  void aSoundTreeMadeOfASoundOneIsThatOfTheText(String language) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      trees(sample(language), language, new Random(round));
    }
    assertTrue(taken > ROUNDS * EDITS / 10, () -> taken + " trees were made of others");
  }

  @Test
  void soItIsInSourcesAsPeopleWriteThem() throws IOException {
    List<Path> files = OwnTree.files(".java");
    for (int i = 0; i < files.size(); i += STEP) {
      trees(Files.readAllBytes(files.get(i)), "java", new Random(i));
    }
    assertTrue(
        taken > files.size() / STEP * EDITS / 10, () -> taken + " trees were made of others");
  }

  private void trees(byte[] first, String language, Random random) {
    RandomEdit edit = new RandomEdit(random);
    Grammar grammar = grammars.grammar(language);
    byte[] text = first;
    SyntaxTree known = whole(grammar, text);
    assertTrue(known.isSound(), () -> new String(first, StandardCharsets.UTF_8));
    for (int i = 0; i < EDITS; i++) {
      byte[] next = edit.of(text);
      Optional<SyntaxTree> changed = changed(grammar, next, text, known);
      try (SyntaxTree whole = whole(grammar, next)) {
        if (changed.isPresent() && changed.get().isSound()) {
          assertSame(whole.tree(), changed.get().tree(), next);
          known.close();
          known = changed.get();
          text = next;
          taken++;
        } else {
          changed.ifPresent(SyntaxTree::close);
        }
      }
    }
    known.close();
  }

  private static SyntaxTree whole(Grammar grammar, byte[] text) {
    return new Parse(grammar, new Text(text), Cancellation.none()).tree();
  }

  private static Optional<SyntaxTree> changed(
      Grammar grammar, byte[] text, byte[] before, SyntaxTree known) {
    try (SyntaxTree copy = known.copy()) {
      return new Parse(grammar, new Text(text), Cancellation.none()).tree(new Text(before), copy);
    }
  }

  private static void assertSame(TSTree whole, TSTree changed, byte[] text) {
    String message = new String(text, StandardCharsets.UTF_8);
    assertFalse(whole.getRootNode().hasError(), message);
    // The nodes and their fields, then where they are.
    assertEquals(whole.getRootNode().toString(), changed.getRootNode().toString(), message);
    assertEquals(0, TSTree.getChangedRanges(whole, changed).length, message);
  }

  /** Told of the second byte only, the parser took over the name before the space. */
  @Test
  void aCharacterOfWhichOnlyTheSecondByteChangedIsReadAnew() {
    Grammar javascript = grammars.grammar("javascript");
    byte[] before = "let x = a\u00a0;\nfoo();\n".getBytes(StandardCharsets.UTF_8);
    byte[] after = "let x = a\u00aa;\nfoo();\n".getBytes(StandardCharsets.UTF_8);
    try (SyntaxTree known = whole(javascript, before);
        SyntaxTree changed = changed(javascript, after, before, known).orElseThrow();
        SyntaxTree whole = whole(javascript, after)) {
      assertSame(whole.tree(), changed.tree(), after);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"java", "javascript", "typescript", "tsx", "python", "markdown"})
  void theRegionsAreThose(String language) throws IOException {
    SnippetScanner rescanning =
        scanner.languages().contains(language) ? scanner : Scans.scanner(language).orElseThrow();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      RandomEdit edit = new RandomEdit(random);
      byte[] text = sample(language);
      for (int i = 0; i < EDITS; i++) {
        byte[] next = edit.of(text);
        assertEquals(
            Scans.scan(next, language),
            rescanning.rescan(next, text, language, Cancellation.none()),
            () -> new String(next, StandardCharsets.UTF_8));
        // Texts that are broken go on too, but not for long: nobody leaves them so.
        text = random.nextInt(8) == 0 ? sample(language) : next;
      }
    }
  }

  @Test
  void aTextBeforeThatIsNothingLikeItDoesNoHarm() throws IOException {
    byte[] python = sample("python");
    byte[] java = sample("java");
    List<Region> expected = Scans.scan(java, "java");
    scanner.rescan(python, java, "python", Cancellation.none());
    for (byte[] before : List.of(python, new byte[0], new byte[] {(byte) 0xff, 0}, java)) {
      scanner.rescan(before, before, "java", Cancellation.none());
      assertEquals(expected, scanner.rescan(java, before, "java", Cancellation.none()));
    }
    assertEquals(
        List.of(), scanner.rescan(new byte[0], java, "java", Cancellation.none()), "no text");
  }

  @Test
  void manyThreadsMayEditTheSameText() throws IOException {
    byte[] text = sample("java");
    scanner.rescan(text, text, "java", Cancellation.none());
    List<byte[]> edited = new ArrayList<>();
    for (int seed = 0; seed < 200; seed++) {
      edited.add(new RandomEdit(new Random(seed)).of(text));
    }
    List<List<Region>> found =
        edited.parallelStream()
            .map(next -> scanner.rescan(next, text, "java", Cancellation.none()))
            .toList();
    IntStream.range(0, edited.size())
        .forEach(i -> assertEquals(Scans.scan(edited.get(i), "java"), found.get(i)));
  }

  @Test
  void whoIsToStopStops() throws IOException {
    byte[] text = sample("java");
    scanner.rescan(text, text, "java", Cancellation.none());
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    byte[] next = new RandomEdit(new Random(1)).of(text);
    Assertions.assertThrows(
        CancelledException.class, () -> scanner.rescan(next, text, "java", cancellation));
    assertEquals(Scans.scan(next, "java"), scanner.rescan(next, text, "java", Cancellation.none()));
  }

  @Test
  void afterTheScannerHasGoneAllIsScannedWhole() throws IOException {
    byte[] text = sample("java");
    scanner.rescan(text, text, "java", Cancellation.none());
    scanner.close();
    byte[] next = new RandomEdit(new Random(2)).of(text);
    assertEquals(Scans.scan(next, "java"), scanner.rescan(next, text, "java", Cancellation.none()));
  }

  /**
   * Some times over, so that much of the text stays as it is; nothing may stand before a #! line.
   */
  private static byte[] sample(String language) throws IOException {
    try (InputStream in =
        RescanProperties.class.getResourceAsStream("/samples/" + language + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst("^#!.*\n", "")
          .repeat(4)
          .getBytes(StandardCharsets.UTF_8);
    }
  }
}
