package org.fxd.source.api.marker;

import java.util.List;
import org.fxd.graph.api.error.FxdException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Writes and reads markers. A service; safe for use by any number of threads. It knows nothing of
 * projects: see {@link org.fxd.source.api.view.ProjectViews} for how an edited text goes back.
 */
@ProviderType
public interface Markers {
  /** The comment in which markers of a language are written; that of C for one not known. */
  CommentStyle style(String language);

  /**
   * A snippet between its markers, lines separated by LF, without a final line break. The checksum
   * is computed.
   */
  String wrap(Marked snippet);

  /**
   * The pieces of a text with markers, in order, CRLF and LF alike. Their texts, joined, are the
   * text.
   *
   * @throws FxdException if a marker is not closed, stands within another, closes what is not open,
   *     or an id comes twice; the message names the lines
   */
  List<Piece> parse(String text);

  /** A piece of a text with markers. */
  sealed interface Piece {
    /** The number of its first line, from 1. */
    int line();

    /** The whole piece as it stands, markers and line breaks included. */
    String text();
  }

  /** Lines outside all markers. */
  record Outside(int line, String text) implements Piece {}

  /**
   * A snippet between its markers.
   *
   * @param line the line of the begin marker
   * @param text all lines from the begin marker to the end marker
   * @param snippet what the begin marker says, id and file unescaped as far as that can be known,
   *     and the body; its version is 1 if the marker says none or no number
   * @param writtenId the id as the marker has it, still escaped
   */
  record Inside(int line, String text, Marked snippet, String writtenId) implements Piece {}
}
