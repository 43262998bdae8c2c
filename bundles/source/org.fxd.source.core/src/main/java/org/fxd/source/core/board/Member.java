package org.fxd.source.core.board;

import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.source.api.marker.Marked;

/**
 * A node that a view shows.
 *
 * @param match where it stands
 * @param marked how it is written, with its body
 * @param body its body
 */
record Member(Match match, Marked marked, Body body) {
  NodeId id() {
    return match.id();
  }

  /** The file that it is, or stands in. */
  Optional<Match> file() {
    return match.nearest(Kind.FILE);
  }

  /** For messages: the marker id, and where it stands. */
  String named() {
    return marked.id().equals(id().toString()) ? match.path().toString() : marked.id();
  }

  /** The same, under another marker id. */
  Member marked(String id) {
    return new Member(
        match,
        new Marked(
            id,
            marked.lang(),
            marked.file(),
            marked.checksum(),
            marked.order(),
            marked.version(),
            marked.body()),
        body);
  }
}
