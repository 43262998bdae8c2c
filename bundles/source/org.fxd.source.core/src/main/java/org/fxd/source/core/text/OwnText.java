package org.fxd.source.core.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The text of a snippet without the snippets in it. Of a container, white space between members
 * does not count: a class is not changed by a method added to it.
 */
public record OwnText(String type, List<String> parts) {
  /** The own text of a piece. */
  public static OwnText of(Piece piece) {
    if (piece.children().isEmpty()) {
      return new OwnText(piece.type(), List.of(text(piece, piece.start(), piece.end())));
    }
    List<String> parts = new ArrayList<>();
    int position = piece.start();
    for (Piece child : piece.children()) {
      add(parts, text(piece, position, child.start()));
      position = child.end();
    }
    add(parts, text(piece, position, piece.end()));
    return new OwnText(piece.type(), parts);
  }

  private static void add(List<String> parts, String text) {
    if (!text.isBlank()) {
      parts.add(text);
    }
  }

  /** One character per byte: compared, never shown, so no encoding may lose a difference. */
  private static String text(Piece piece, int start, int end) {
    return new String(
        Arrays.copyOfRange(piece.outline().bytes(), start, end), StandardCharsets.ISO_8859_1);
  }
}
