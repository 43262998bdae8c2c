package org.fxd.source.treesitter;

import java.time.Duration;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.treesitter.SyntaxTree.Effort;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * One parse of a text, within a budget of steps taken and bytes read.
 *
 * <p>It may begin with the tree of an earlier text. What that took counts too: parsed from scratch,
 * the text would take no more than its parts did, so what is parsed anew in part would have been
 * within the budget as a whole.
 *
 * <p>Broken text can make the parser read to the end of the file over and over. A clock would stop
 * it at another place on every machine, and the snippets with it; counting stops it at the same. A
 * clock is the last resort only: on some long texts that are no code at all each step takes as long
 * as there were steps before, and the parser does not tell.
 */
final class Parse {
  private static final int MEGABYTE = 1 << 20;
  private static final int CHUNK = 64 * 1024;
  private static final long FREE_BYTES = 16L * MEGABYTE;
  private static final long READS_OF_EACH_BYTE = 24;

  /** The parser reports every 100 steps; ordinary code takes less than two steps a byte. */
  private static final long FREE_REPORTS = 10_000;

  private static final long BYTES_FOR_A_REPORT = 10;

  /** Code that a person wrote takes less than half a second a megabyte on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Grammar grammar;
  private final Text text;
  private final Cancellation cancellation;
  private final Stopwatch stopwatch;
  private final long mostBytes;
  private final long mostReports;
  private long bytes;
  private long reports;

  Parse(Grammar grammar, Text text, Cancellation cancellation) {
    this(grammar, text, cancellation, PATIENCE);
  }

  /**
   * A parse.
   *
   * @param patience how long one of a text without length may take; a megabyte is given as much
   */
  Parse(Grammar grammar, Text text, Cancellation cancellation, Duration patience) {
    this.grammar = grammar;
    this.text = text;
    this.cancellation = cancellation;
    stopwatch = new Stopwatch(patience.toNanos() + patience.toNanos() * text.length() / MEGABYTE);
    mostBytes = FREE_BYTES + READS_OF_EACH_BYTE * text.length();
    mostReports = FREE_REPORTS + text.length() / BYTES_FOR_A_REPORT;
  }

  /**
   * Parses. Bytes that are no UTF-8 count as one strange character each, so offsets in the tree are
   * offsets in the text whatever it holds.
   *
   * @return the tree, to be closed by the caller
   * @throws FxdException if the text is too hard to follow
   */
  SyntaxTree tree() {
    return tree(Optional.empty(), Effort.NONE)
        .orElseThrow(
            () -> new FxdException("The text is too broken to be followed by its syntax."));
  }

  /**
   * Parses what another text did not have, and takes over the rest.
   *
   * @param before the other text
   * @param known its tree, of no use to anybody afterwards
   * @return the tree, to be closed by the caller; empty if the text is too hard to follow so
   */
  Optional<SyntaxTree> tree(Text before, SyntaxTree known) {
    known.tree().edit(TextChange.between(before, text).edit(before, text));
    return tree(Optional.of(known.tree()), known.effort());
  }

  private Optional<SyntaxTree> tree(Optional<TSTree> old, Effort before) {
    bytes = before.bytes();
    reports = before.reports();
    byte[] buffer = new byte[Math.max(1, Math.min(CHUNK, text.length()))];
    try (TSParser parser = new TSParser()) {
      // What it returns says nothing: the native method has no result of its own.
      parser.setLanguage(grammar.language());
      // Nothing may be thrown in the two callbacks: native code stands between them and here.
      TSTree tree =
          parser.parseWithOptions(
              buffer,
              old.orElse(null),
              (into, offset, point) -> read(into, offset),
              TSInputEncoding.TSInputEncodingUTF8,
              state -> stop());
      if (tree == null) {
        cancellation.check();
        return Optional.empty();
      }
      SyntaxTree parsed = new SyntaxTree(tree, new Effort(reports, bytes));
      if (cancellation.isCancelled() || exhausted()) {
        parsed.close();
        cancellation.check();
        return Optional.empty();
      }
      return Optional.of(parsed);
    }
  }

  private int read(byte[] into, int offset) {
    if (bytes > mostBytes) {
      return 0;
    }
    int count = text.read(offset, into);
    bytes += count;
    return count;
  }

  private boolean stop() {
    reports++;
    stopwatch.look();
    return exhausted() || cancellation.isCancelled();
  }

  private boolean exhausted() {
    return bytes > mostBytes || reports > mostReports || stopwatch.isOver();
  }
}
