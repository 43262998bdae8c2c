package org.fxd.source.api.view;

import java.util.List;
import java.util.Map;
import org.fxd.source.api.marker.Marked;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes the members of a view. A whiteboard service; must be safe for use by any number of
 * threads.
 *
 * <p>FXD brings {@link #MARKERS}, which writes each between its markers, and {@link #PLAIN}, which
 * writes the bodies alone.
 */
@ConsumerType
public interface ViewRenderer {
  /** The renderer that writes markers. */
  String MARKERS = "markers";

  /** The renderer that writes bodies alone: a preview, and for reading. */
  String PLAIN = "plain";

  /** Its name. */
  String name();

  /**
   * Writes the members.
   *
   * @param members in the order in which they are to stand
   * @param options the view's
   * @return the text as parts: joined, they are the text. Where a part is a member's body, just as
   *     it is, it says so, and edits of it go back.
   */
  List<Part> render(List<Marked> members, Map<String, String> options);

  /**
   * A part of a rendered text.
   *
   * @param text the text
   * @param member the index of the member whose body this is; -1 if it is none's
   */
  record Part(String text, int member) {}
}
