package org.fxd.source.treesitter;

import java.time.Duration;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * One parse of a text, within a budget of steps taken and bytes read.
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
    bytes = FREE_BYTES + READS_OF_EACH_BYTE * text.length();
    reports = FREE_REPORTS + text.length() / BYTES_FOR_A_REPORT;
  }

  /**
   * Parses. Bytes that are no UTF-8 count as one strange character each, so offsets in the tree are
   * offsets in the text whatever it holds.
   *
   * @return the tree, to be closed by the caller
   * @throws FxdException if the text is too hard to follow
   */
  TSTree tree() {
    byte[] buffer = new byte[Math.max(1, Math.min(CHUNK, text.length()))];
    try (TSParser parser = new TSParser()) {
      // What it returns says nothing: the native method has no result of its own.
      parser.setLanguage(grammar.language());
      // Nothing may be thrown in the two callbacks: native code stands between them and here.
      TSTree tree =
          parser.parseWithOptions(
              buffer,
              null,
              (into, offset, point) -> read(into, offset),
              TSInputEncoding.TSInputEncodingUTF8,
              state -> stop());
      cancellation.check();
      if (tree == null) {
        throw new FxdException("The text is too broken to be followed by its syntax.");
      }
      if (exhausted()) {
        tree.close();
        throw new FxdException("The text is too broken to be followed by its syntax.");
      }
      return tree;
    }
  }

  private int read(byte[] into, int offset) {
    if (bytes < 0) {
      return 0;
    }
    int count = text.read(offset, into);
    bytes -= count;
    return count;
  }

  private boolean stop() {
    reports--;
    stopwatch.look();
    return exhausted() || cancellation.isCancelled();
  }

  private boolean exhausted() {
    return bytes < 0 || reports < 0 || stopwatch.isOver();
  }
}
