package org.fxd.source.treesitter;

import java.util.ArrayList;
import java.util.List;
import org.fxd.source.api.scan.Region;

/**
 * Makes regions of declarations: whole lines where it can be, with the comments that stand directly
 * above and those that stand behind on the last line. Where declarations share a line, the boundary
 * is the beginning of the later one.
 */
final class Layout {
  private final Text text;
  private final boolean byIndent;

  Layout(Text text, boolean byIndent) {
    this.text = text;
    this.byIndent = byIndent;
  }

  /** The regions of a file. */
  List<Region> regions(List<Piece> pieces) {
    return level(pieces, Heading.length(text, pieces), text.begin(), text.length());
  }

  /**
   * The regions of one level.
   *
   * @param free the first piece that a declaration may take for its own
   * @param floor where the regions may begin
   * @param limit where they must have ended
   */
  private List<Region> level(List<Piece> pieces, int free, int floor, int limit) {
    List<Region> regions = new ArrayList<>();
    int used = floor;
    int firstFree = free;
    int index = next(pieces, 0);
    int lead = index < pieces.size() ? lead(pieces, index, firstFree) : index;
    while (index < pieces.size()) {
      Piece piece = pieces.get(index);
      int start = Math.max(used, lineOr(pieces.get(lead).start()));
      firstFree = index + 1;
      int following = next(pieces, firstFree);
      int followingLead =
          following < pieces.size() ? lead(pieces, following, firstFree) : pieces.size();
      int bound =
          followingLead < pieces.size()
              ? Math.min(limit, pieces.get(followingLead).start())
              : limit;
      int end = tail(pieces, firstFree, followingLead, piece.end(), bound);
      if (end > start) {
        regions.add(
            new Region(
                piece.type(), piece.name(), start, end, level(piece.inner(), 0, start, end)));
        used = end;
      }
      index = following;
      lead = followingLead;
    }
    return regions;
  }

  private static int next(List<Piece> pieces, int from) {
    int index = from;
    while (index < pieces.size() && !pieces.get(index).declares()) {
      index++;
    }
    return index;
  }

  /** The first of the pieces that belong to a declaration and stand before it. */
  private int lead(List<Piece> pieces, int declaration, int firstFree) {
    int lead = declaration;
    while (lead > firstFree && attached(pieces.get(lead - 1), pieces.get(lead))) {
      lead--;
    }
    return lead;
  }

  /** Whether a comment or decorator belongs to what comes after it. */
  private boolean attached(Piece piece, Piece after) {
    int breaks = text.breaksBetween(piece.end(), after.start());
    if (breaks < 0) {
      return false;
    }
    if (piece.role() == Piece.Role.PREFIX || breaks == 0) {
      return true;
    }
    int line = text.indentedFrom(piece.start());
    // Behind something else, it speaks of that; below a blank line, it speaks of nothing here.
    if (line < 0 || breaks > 1) {
      return false;
    }
    return !byIndent
        || piece.start() - line == after.start() - Math.max(0, text.indentedFrom(after.start()));
  }

  private int lineOr(int offset) {
    int line = text.indentedFrom(offset);
    return line < 0 ? offset : line;
  }

  /** Where a declaration ends with what stands behind it on its last line. */
  private int tail(List<Piece> pieces, int from, int to, int end, int bound) {
    int offset = Math.min(end, bound);
    if (offset > 0 && text.at(offset - 1) == '\n') {
      return offset;
    }
    int comment = from;
    while (offset < bound) {
      byte b = text.at(offset);
      if (b == '\n') {
        return offset + 1;
      }
      if (Text.blank(b) || b == ';' || b == ',') {
        offset++;
      } else if (comment < to && pieces.get(comment).start() == offset) {
        offset = Math.max(offset, Math.min(bound, pieces.get(comment).end()));
        comment++;
      } else {
        break;
      }
    }
    return offset;
  }
}
