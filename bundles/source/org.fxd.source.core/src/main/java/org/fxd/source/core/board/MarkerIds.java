package org.fxd.source.core.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.select.Match;
import org.fxd.source.core.marker.MarkerWords;

/**
 * Which node a marker means: the one with that {@code id} as it is written, else unescaped, else
 * with spaces for what may have been spaces, else the one whose {@link NodeId} it is.
 */
record MarkerIds(Lookup lookup) {
  Optional<Match> find(Node root, String written) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(written);
    forms.add(MarkerWords.unescape(written));
    forms.add(MarkerWords.spaced(written));
    for (String form : forms) {
      List<Match> found = lookup.byMarkerId(root, form);
      if (found.size() > 1) {
        throw several(form, found);
      }
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return nodeId(written).flatMap(id -> lookup.byId(root, id));
  }

  private static Optional<NodeId> nodeId(String text) {
    try {
      return Optional.of(NodeId.parse(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private static FxdException several(String id, List<Match> found) {
    return new FxdException(
        FxdException.Category.FAILED,
        found.size()
            + " snippets have the marker id '"
            + id
            + "': "
            + found.stream().limit(5).map(Match::toString).collect(Collectors.joining(", "))
            + ".",
        "Give each an id of its own, or write its node id into the marker.",
        null);
  }
}
