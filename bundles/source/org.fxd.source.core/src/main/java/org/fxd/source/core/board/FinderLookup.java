package org.fxd.source.core.board;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selectors;

/** Finds nodes by the project's index. */
record FinderLookup(Finder finder, Selectors selectors) implements Lookup {
  @Override
  public Optional<Match> byId(Node root, NodeId id) {
    return finder.find(root, id);
  }

  @Override
  public List<Match> byMarkerId(Node root, String id) {
    if (id.chars().anyMatch(Character::isISOControl)) {
      // A selector has no way to write it, and no marker either.
      return List.of();
    }
    String quoted = id.replace("\\", "\\\\").replace("\"", "\\\"");
    // The attribute is looser than the metadatum: "1.0" is found for "1", and node ids are, too.
    return finder.select(root, selectors.compile("[id=\"" + quoted + "\"]")).stream()
        .filter(match -> match.node().metadata("id").equals(Value.of(id)))
        .toList();
  }
}
