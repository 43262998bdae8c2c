package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Markers.Inside;
import org.fxd.source.api.marker.Markers.Outside;
import org.fxd.source.api.marker.Markers.Piece;
import org.fxd.source.core.marker.MarkerText;

/** A file that came back with markers in it: its whole text without them, and what was marked. */
final class FileReturn {
  private final FileText file;
  private final StringBuilder whole = new StringBuilder();
  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<Member, String> texts = new LinkedHashMap<>();

  FileReturn(FileText file) {
    this.file = file;
  }

  void read(List<Piece> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece instanceof Outside outside) {
        whole.append(MarkerText.unescape(outside.text()));
      } else if (piece instanceof Inside inside) {
        boolean last =
            i + 1 == pieces.size() || i + 2 == pieces.size() && isBreak(pieces.get(i + 1));
        boolean unbroken = add(inside, last);
        if (unbroken) {
          // The file ended without a line break; that an editor put one there is no edit.
          return;
        }
      }
    }
  }

  private static boolean isBreak(Piece piece) {
    return piece.text().equals("\n") || piece.text().equals("\r\n");
  }

  /** Whether it was the last, and does not end with a line break. */
  private boolean add(Inside inside, boolean last) {
    String body = lines(inside.text());
    Member member = file.byWrittenId().get(inside.writtenId());
    if (member == null) {
      whole.append(body);
      return false;
    }
    String now = member.body().whole();
    boolean unbroken = last && !now.endsWith("\n");
    String said = unbroken ? body.replaceFirst("\r?\n\\z", "") : body;
    String checksum = inside.snippet().checksum();
    String text = new Body(said).text();
    boolean same = text.equals(member.body().text());
    boolean edited = checksum.isEmpty() || !checksum.equals(Checksum.of(text));
    boolean outdated = !checksum.isEmpty() && !checksum.equals(member.marked().checksum());
    if (edited && !same) {
      wanted.add(
          new Wanted(inside.line(), member.named(), Optional.of(member), text, true, outdated));
    }
    // What has changed in the project and was not edited here stays as it is there.
    String taken = outdated && !edited ? now : said;
    if (!unbroken && !taken.endsWith("\n")) {
      taken += file.eol();
    }
    if (!taken.equals(now)) {
      texts.put(member, taken);
    }
    whole.append(taken);
    return unbroken;
  }

  /** What stands between the lines of the markers, line breaks as they are. */
  private static String lines(String piece) {
    int start = MarkerText.lineEnd(piece, 0);
    int content = piece.endsWith("\n") ? piece.length() - 1 : piece.length();
    int end = Math.max(start, piece.lastIndexOf('\n', content - 1) + 1);
    return MarkerText.unescape(piece.substring(start, end));
  }

  /** The file without markers. */
  String whole() {
    return whole.toString();
  }

  /** The marked snippets that were edited. */
  List<Wanted> wanted() {
    return wanted;
  }

  /** The new texts of marked snippets, as far as they differ. */
  Map<Member, String> texts() {
    return texts;
  }
}
