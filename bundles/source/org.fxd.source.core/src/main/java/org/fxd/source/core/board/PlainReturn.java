package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.source.api.LineEdit;
import org.fxd.source.core.compare.LineDifferences;

/**
 * An edited text without markers, laid over the text that was rendered: each difference goes to the
 * run of lines in which it begins.
 *
 * <p>Where the same lines stand above or below a difference, it could as well be one line further
 * up or down; it is moved to where it fits, if there is such a place.
 */
final class PlainReturn {
  /** A piece of the text that someone owns, or no one. */
  record Piece(String text, int owner) {
    /** Whose the text is that is nobody's. */
    static final int NONE = -1;
  }

  private final List<String> before = new ArrayList<>();

  /** The owner of each line; {@link Piece#NONE} where a line is not wholly one owner's. */
  private final List<Integer> owners = new ArrayList<>();

  private final Map<Integer, List<String>> lines = new HashMap<>();

  /** Where each owner's first whole line is, in the text and among the owner's own. */
  private final Map<Integer, int[]> starts = new HashMap<>();

  private final List<String> now;

  private PlainReturn(List<Piece> pieces, String edited) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    String rendered = text.toString();
    before.addAll(lines(rendered));
    owners.addAll(Collections.nCopies(before.size(), Piece.NONE));
    own(pieces);
    now = lines(fit(rendered, edited.replace("\r\n", "\n")));
  }

  /**
   * What the owners' texts are now; only those that differ are told.
   *
   * @param pieces the rendered text, lines separated by LF; each owner but none has one
   * @throws ConflictException if a difference is no owner's alone
   */
  static Map<Integer, String> of(List<Piece> pieces, String edited) {
    return new PlainReturn(pieces, edited).edited();
  }

  /** Editors add a last line break, and take or leave a byte order mark; neither is an edit. */
  private static String fit(String rendered, String edited) {
    String text = edited;
    if (text.endsWith("\n") && !rendered.endsWith("\n")) {
      text = text.substring(0, text.length() - 1);
    }
    boolean mark = text.startsWith("\ufeff");
    if (mark != rendered.startsWith("\ufeff")) {
      text = mark ? text.substring(1) : "\ufeff" + text;
    }
    return text;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  private void own(List<Piece> pieces) {
    int line = 0;
    boolean atStart = true;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      List<String> own = lines(piece.text());
      int last = line + own.size() - 1;
      boolean atEnd = endsLine(pieces, i + 1);
      if (piece.owner() != Piece.NONE) {
        int from = atStart ? line : line + 1;
        int to = atEnd ? last : last - 1;
        lines.put(piece.owner(), own);
        starts.put(piece.owner(), new int[] {from, from - line});
        for (int k = from; k <= to; k++) {
          owners.set(k, piece.owner());
        }
      }
      line = last;
      atStart = piece.text().isEmpty() ? atStart : piece.text().endsWith("\n");
    }
  }

  /** Whether what stands behind a piece begins with a line break, or is nothing. */
  private static boolean endsLine(List<Piece> pieces, int from) {
    for (Piece piece : pieces.subList(from, pieces.size())) {
      if (!piece.text().isEmpty()) {
        return piece.text().startsWith("\n");
      }
    }
    return true;
  }

  private Map<Integer, String> edited() {
    List<int[]> edits = new ArrayList<>();
    List<LineEdit> found = LineDifferences.between(bytes(before), bytes(now));
    int floor = 0;
    for (int i = 0; i < found.size(); i++) {
      LineEdit edit = found.get(i);
      int ceiling = i + 1 < found.size() ? found.get(i + 1).beginA() : before.size();
      int[] placed =
          placed(
              new int[] {edit.beginA(), edit.endA(), edit.beginB(), edit.endB()}, floor, ceiling);
      edits.add(placed);
      floor = placed[1];
    }
    Map<Integer, List<String>> changed = new HashMap<>();
    // From the end, so that what is above still stands where it stood.
    for (int i = edits.size() - 1; i >= 0; i--) {
      int[] edit = edits.get(i);
      int owner = owner(edit[0], edit[1]);
      List<String> own = changed.computeIfAbsent(owner, key -> new ArrayList<>(lines.get(key)));
      int[] start = starts.get(owner);
      int at = edit[0] - start[0] + start[1];
      List<String> hole = own.subList(at, at + edit[1] - edit[0]);
      hole.clear();
      hole.addAll(now.subList(edit[2], edit[3]));
    }
    Map<Integer, String> texts = new HashMap<>();
    changed.forEach((owner, own) -> texts.put(owner, String.join("\n", own)));
    return texts;
  }

  /** Whose the lines from begin to end are, or, where there are none, whose the place is. */
  private int owner(int begin, int end) {
    if (begin == end) {
      int above = begin > 0 ? owners.get(begin - 1) : Piece.NONE;
      return above != Piece.NONE || begin == owners.size() ? above : owners.get(begin);
    }
    int owner = owners.get(begin);
    for (int line = begin; line < end; line++) {
      if (owners.get(line) != owner) {
        return Piece.NONE;
      }
    }
    return owner;
  }

  /** An edit where it is some owner's, between the edits before and behind it. */
  private int[] placed(int[] edit, int floor, int ceiling) {
    if (owner(edit[0], edit[1]) != Piece.NONE) {
      return edit;
    }
    for (int step : new int[] {-1, 1}) {
      int[] slid = edit.clone();
      while (slide(slid, step) && slid[0] >= floor && slid[1] <= ceiling) {
        if (owner(slid[0], slid[1]) != Piece.NONE) {
          return slid;
        }
      }
    }
    throw beyond(edit);
  }

  /** Moves an edit that only adds or only removes by one line, if that makes the same text. */
  private boolean slide(int[] edit, int step) {
    boolean adds = edit[0] == edit[1];
    boolean removes = edit[2] == edit[3];
    if (adds == removes) {
      return false;
    }
    List<String> side = adds ? now : before;
    int begin = adds ? edit[2] : edit[0];
    int end = adds ? edit[3] : edit[1];
    int other = adds ? edit[0] : edit[2];
    int otherSize = adds ? before.size() : now.size();
    boolean fits =
        step < 0
            ? begin > 0 && other > 0 && side.get(begin - 1).equals(side.get(end - 1))
            : end < side.size() && other < otherSize && side.get(begin).equals(side.get(end));
    if (fits) {
      for (int i = 0; i < edit.length; i++) {
        edit[i] += step;
      }
    }
    return fits;
  }

  private static ConflictException beyond(int[] edit) {
    int first = edit[2] + 1;
    int last = Math.max(first, edit[3]);
    return new ConflictException(
        (first == last ? "The edit in line " + first : "The edit of lines " + first + " to " + last)
            + " is not within one snippet.",
        "Edit snippets one by one and leave what stands between them, or render the view with"
            + " markers, which tell snippets apart. Nothing was changed.");
  }

  private static byte[] bytes(List<String> lines) {
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
