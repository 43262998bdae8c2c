package org.fxd.shell.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.shell.project.Bytes;
import org.fxd.shell.project.SnippetText;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.LineEdit;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;

/**
 * How one file differs, by snippet and by line.
 *
 * @param change the file and its snippets
 * @param before its text before
 * @param after its text after
 * @param edits the lines that differ; none if it is binary
 * @param passed the lines that differ and are not told of; empty if all of the file is told of
 * @param binary whether it is no text, before or after, or too large to compare by line
 * @param inside the snippets after, or before if it is gone
 */
record FileDiff(
    FileChange change,
    Lines before,
    Lines after,
    List<LineEdit> edits,
    Optional<List<LineEdit>> passed,
    boolean binary,
    List<Snippet> inside) {
  private static final int LARGE = 16_000_000;

  FileDiff {
    edits = List.copyOf(edits);
    passed = passed.map(List::copyOf);
    inside = List.copyOf(inside);
  }

  /**
   * Compares.
   *
   * @param scan whether to find the snippets in which lines stand
   */
  static FileDiff of(FileChange change, Sources sources, boolean scan) {
    if (change.before().filter(FileDiff::isLarge).isPresent()
        || change.after().filter(FileDiff::isLarge).isPresent()) {
      return binary(change);
    }
    byte[] a = change.before().map(file -> bytes(file, sources)).orElse(new byte[0]);
    byte[] b = change.after().map(file -> bytes(file, sources)).orElse(new byte[0]);
    if (Lines.isBinary(a) || Lines.isBinary(b) || a.length > LARGE || b.length > LARGE) {
      return binary(change);
    }
    List<Snippet> inside =
        change
            .after()
            .or(change::before)
            .filter(file -> scan && file.entry().node().kind().equals(Kind.FILE))
            .map(sources::snippets)
            .orElse(List.of());
    return new FileDiff(
        change, Lines.of(a), Lines.of(b), sources.lines(a, b), Optional.empty(), false, inside);
  }

  private static FileDiff binary(FileChange change) {
    Lines none = Lines.of(new byte[0]);
    return new FileDiff(change, none, none, List.of(), Optional.empty(), true, List.of());
  }

  /** Whether a file is one blob that is too large to be read at once. */
  private static boolean isLarge(SourceFile file) {
    return file.entry().node().value() instanceof Value.OfBlob content
        && content.blob().size() > LARGE;
  }

  String path() {
    return change.after().or(change::before).orElseThrow().path().toString();
  }

  /** The path before, if it was another. */
  Optional<String> oldPath() {
    return change
        .before()
        .map(file -> file.path().toString())
        .filter(old -> change.after().isPresent() && !old.equals(path()));
  }

  int added() {
    return edits.stream().mapToInt(edit -> edit.endB() - edit.beginB()).sum();
  }

  int removed() {
    return edits.stream().mapToInt(edit -> edit.endA() - edit.beginA()).sum();
  }

  List<Hunk> hunks() {
    return Hunk.of(edits, passed.orElse(List.of()), before.lines().size(), after.lines().size());
  }

  /** The innermost snippet in which a hunk's first edit stands. */
  Optional<Snippet> around(Hunk hunk) {
    LineEdit first = hunk.edits().get(0);
    int line = 1 + (change.after().isPresent() ? first.beginB() : first.beginA());
    return inside.stream()
        .filter(snippet -> snippet.firstLine() <= line && line <= snippet.lastLine())
        .reduce((outer, inner) -> inner);
  }

  /** What differs besides the bytes, in words; nothing if only part of the file is told of. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (passed.isEmpty() && change.before().isPresent() && change.after().isPresent()) {
      Node a = change.before().get().entry().node();
      Node b = change.after().get().entry().node();
      if (!a.kind().equals(b.kind())) {
        notes.add(a.kind() + " became " + b.kind());
      }
      boolean was = isExecutable(a);
      if (was != isExecutable(b)) {
        notes.add(was ? "not executable any more" : "now executable");
      }
    }
    return notes;
  }

  Map<String, Object> data(boolean lines) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", path());
    data.put("oldPath", oldPath().orElse(null));
    data.put("change", change.kind().name());
    data.put("added", added());
    data.put("removed", removed());
    data.put("binary", binary);
    data.put("notes", notes());
    data.put("snippets", change.snippets().stream().map(FileDiff::data).toList());
    if (lines) {
      data.put("hunks", hunks().stream().map(this::data).toList());
    }
    return data;
  }

  private Map<String, Object> data(Hunk hunk) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("snippet", around(hunk).map(Snippet::address).orElse(null));
    data.put("firstLineBefore", hunk.beginA() + 1);
    data.put("firstLineAfter", hunk.beginB() + 1);
    List<String> lines = new ArrayList<>();
    new HunkLines(this, hunk).forEach((sign, line, cut) -> lines.add(sign + line));
    data.put("lines", lines);
    return data;
  }

  private static Map<String, Object> data(SnippetChange change) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("change", change.kind().name());
    data.put("before", change.before().map(s -> new SnippetText(s).data()).orElse(null));
    data.put("after", change.after().map(s -> new SnippetText(s).data()).orElse(null));
    return data;
  }

  private static byte[] bytes(SourceFile file, Sources sources) {
    return Bytes.of(sources, file.entry().node());
  }

  private static boolean isExecutable(Node file) {
    return file.metadata(FileMeta.EXECUTABLE).equals(Value.of(true));
  }
}
