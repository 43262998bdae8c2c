package org.fxd.source.core.match;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.Piece;
import org.fxd.source.core.text.TextRule;

/**
 * The text of a file in which some snippets got other texts.
 *
 * @param bytes the whole text
 * @param texts where the snippets' new texts stand in it, in order
 */
// Never compared; made once and handed on.
@SuppressWarnings("ArrayRecordComponent")
public record TextEdit(byte[] bytes, List<NewText> texts) {
  /**
   * Puts the texts in.
   *
   * @param name the file's name, for messages
   * @param texts the new bytes by the snippets' ids
   * @throws NotFoundException if the file has no such snippet
   * @throws UsageException if one of the snippets stands in another, or the file would have no
   *     snippets at all with these texts
   */
  public static TextEdit of(Outline outline, Name name, Map<NodeId, byte[]> texts) {
    List<Piece> pieces = pieces(outline, name, texts);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(outline.bytes().length);
    List<NewText> places = new ArrayList<>();
    long length = outline.bytes().length;
    for (Piece piece : pieces) {
      length += texts.get(id(piece)).length - (long) piece.length();
    }
    if (!TextRule.allowsSize(length)) {
      throw noText(name);
    }
    int position = 0;
    for (Piece piece : pieces) {
      bytes.write(outline.bytes(), position, piece.start() - position);
      int start = bytes.size();
      bytes.writeBytes(texts.get(id(piece)));
      places.add(new NewText(piece, start, bytes.size()));
      position = piece.end();
    }
    bytes.write(outline.bytes(), position, outline.bytes().length - position);
    byte[] after = bytes.toByteArray();
    if (!TextRule.isText(after)) {
      throw noText(name);
    }
    return new TextEdit(after, places);
  }

  /** The snippets in the order of the text. */
  private static List<Piece> pieces(Outline outline, Name name, Map<NodeId, byte[]> texts) {
    Map<NodeId, Piece> found = new HashMap<>();
    List<Piece> pieces = new ArrayList<>();
    for (Piece piece : outline.snippets()) {
      if (texts.containsKey(id(piece)) && found.putIfAbsent(id(piece), piece) == null) {
        pieces.add(piece);
      }
    }
    for (NodeId id : texts.keySet()) {
      if (!found.containsKey(id)) {
        throw new NotFoundException(
            name + " has no snippet with the id " + id.brief() + ".",
            "It may have been removed since it was listed; list the snippets again.");
      }
    }
    for (Piece piece : pieces) {
      for (Optional<Piece> outer = piece.parent();
          outer.isPresent();
          outer = outer.get().parent()) {
        if (outer.get().depth() >= 0 && found.get(id(outer.get())) == outer.get()) {
          throw new UsageException(
              "Of "
                  + name
                  + " both "
                  + outer.get().qualifiedName()
                  + " and "
                  + piece.qualifiedName()
                  + ", which stands in it, are given a text.",
              "Give the text of one of the two, or of several that do not stand in one another.");
        }
      }
    }
    return pieces;
  }

  private static UsageException noText(Name name) {
    return new UsageException(
        "With this text "
            + name
            + " would have no snippets: it holds a NUL character at its start or is larger than "
            + TextRule.MAX_SIZE
            + " bytes.",
        "Replace the whole file instead.");
  }

  private static NodeId id(Piece piece) {
    return piece.entry().orElseThrow().id();
  }
}
