package org.fxd.merge.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeChunk;
import org.eclipse.jgit.merge.MergeChunk.ConflictState;
import org.eclipse.jgit.merge.MergeResult;
import org.fxd.graph.api.Kind;
import org.fxd.merge.api.Choice;
import org.fxd.merge.api.TextMerge;

/** The last rung: merges by lines. The only class that names the library that does. */
final class Lines implements TextMerge {
  private static final int LAST = 1000;

  @Override
  public int rank() {
    return LAST;
  }

  @Override
  public boolean takes(Kind kind, String language) {
    return true;
  }

  @Override
  public Optional<String> merge(String base, String ours, String theirs) {
    MergeResult<RawText> merged = result(base, ours, theirs);
    return merged.containsConflicts() ? Optional.empty() : Optional.of(write(merged, ours));
  }

  /** The text with both sides, and what they came of, where they contradict each other. */
  String marked(String base, String ours, String theirs) {
    return write(result(base, ours, theirs), ours);
  }

  /** The text with what both sides say, ours first, where they contradict each other. */
  String both(String base, String ours, String theirs) {
    MergeResult<RawText> merged = result(base, ours, theirs);
    StringBuilder text = new StringBuilder();
    for (MergeChunk chunk : merged) {
      if (chunk.getConflictState() != ConflictState.BASE_CONFLICTING_RANGE) {
        lines(text, merged, chunk, lineEnd(ours));
      }
    }
    return text.toString();
  }

  /** The places where the sides contradict each other, as {@link #marked} shows them. */
  List<Hunk> hunks(String base, String ours, String theirs) {
    MergeResult<RawText> merged = result(base, ours, theirs);
    String end = lineEnd(ours);
    List<Hunk> hunks = new ArrayList<>();
    StringBuilder shown = new StringBuilder();
    Map<Choice, String> chosen = new EnumMap<>(Choice.class);
    for (MergeChunk chunk : merged) {
      String lines = lines(merged, chunk);
      switch (chunk.getConflictState()) {
        case FIRST_CONFLICTING_RANGE -> {
          marker(shown, MarkerLines.OURS, end);
          chosen.put(Choice.OURS, lines);
        }
        case BASE_CONFLICTING_RANGE -> {
          marker(shown, MarkerLines.BASE, end);
          chosen.put(Choice.BASE, lines);
        }
        case NEXT_CONFLICTING_RANGE -> {
          marker(shown, MarkerLines.MIDDLE, end);
          marker(shown.append(lines), MarkerLines.THEIRS, end);
          chosen.put(Choice.THEIRS, lines);
          chosen.put(Choice.BOTH, joined(chosen.get(Choice.OURS), lines, end));
          hunks.add(new Hunk(shown.toString(), chosen));
          shown.setLength(0);
          continue;
        }
        case NO_CONFLICT -> {
          continue;
        }
      }
      shown.append(lines);
    }
    return hunks;
  }

  private static String joined(String ours, String theirs, String end) {
    StringBuilder both = new StringBuilder(ours);
    endLine(both, end);
    return both.append(theirs).toString();
  }

  private static MergeResult<RawText> result(String base, String ours, String theirs) {
    return new MergeAlgorithm(new HistogramDiff())
        .merge(RawTextComparator.DEFAULT, raw(base), raw(ours), raw(theirs));
  }

  private static String write(MergeResult<RawText> merged, String model) {
    String end = lineEnd(model);
    StringBuilder text = new StringBuilder();
    boolean open = false;
    for (MergeChunk chunk : merged) {
      switch (chunk.getConflictState()) {
        case FIRST_CONFLICTING_RANGE -> marker(text, MarkerLines.OURS, end);
        case BASE_CONFLICTING_RANGE -> marker(text, MarkerLines.BASE, end);
        case NEXT_CONFLICTING_RANGE -> marker(text, MarkerLines.MIDDLE, end);
        case NO_CONFLICT -> {
          if (open) {
            marker(text, MarkerLines.THEIRS, end);
          }
        }
      }
      open = chunk.getConflictState() == ConflictState.NEXT_CONFLICTING_RANGE;
      text.append(lines(merged, chunk));
    }
    if (open) {
      marker(text, MarkerLines.THEIRS, end);
    }
    return text.toString();
  }

  private static void lines(
      StringBuilder text, MergeResult<RawText> merged, MergeChunk chunk, String end) {
    String lines = lines(merged, chunk);
    if (!lines.isEmpty()) {
      endLine(text, end);
      text.append(lines);
    }
  }

  private static String lines(MergeResult<RawText> merged, MergeChunk chunk) {
    List<RawText> texts = merged.getSequences();
    RawText from = texts.get(chunk.getSequenceIndex());
    // Of an empty text the algorithm may tell of lines that are not there.
    int end = Math.min(chunk.getEnd(), from.size());
    return chunk.getBegin() >= end ? "" : from.getString(chunk.getBegin(), end, false);
  }

  /** Writes a marker line; a text that does not end with a line break gets one before it. */
  static void marker(StringBuilder text, String line, String end) {
    endLine(text, end);
    text.append(line).append(end);
  }

  private static void endLine(StringBuilder text, String end) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append(end);
    }
  }

  static String lineEnd(String model) {
    return model.contains("\r\n") ? "\r\n" : "\n";
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
