package org.fxd.source.core.find;

import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;

/** The snippets of an outline, as they stand in their file. Lines end with a line feed. */
public final class SnippetList {
  private SnippetList() {}

  /** The snippets of a scanned file's outline, in order. */
  public static List<Snippet> of(FilePath file, Outline outline, String language) {
    List<Snippet> snippets = new ArrayList<>();
    LineCounter first = new LineCounter(outline.bytes());
    for (Piece piece : outline.snippets()) {
      // Starts ascend, so one pass counts them all; each end is counted from its own start.
      int firstLine = first.at(piece.start());
      snippets.add(
          new Snippet(
              file,
              piece.entry().orElseThrow(),
              piece.qualifiedName(),
              piece.ordinal(),
              piece.type(),
              language,
              piece.depth(),
              firstLine,
              firstLine + breaks(outline.bytes(), piece.start(), piece.end() - 1)));
    }
    return snippets;
  }

  private static int breaks(byte[] bytes, int start, int end) {
    int count = 0;
    for (int i = start; i < end; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /** Counts lines up to offsets that never go back. */
  private static final class LineCounter {
    private final byte[] bytes;
    private int offset;
    private int line = 1;

    LineCounter(byte[] bytes) {
      this.bytes = bytes;
    }

    int at(int target) {
      line += breaks(bytes, offset, target);
      offset = target;
      return line;
    }
  }
}
