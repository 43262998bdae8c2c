package org.fxd.graph.core.index;

import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;

/** Knows what makes it quick to look into files. */
interface Hints {
  /** The hint for a raw file, if it was looked into before. */
  Optional<byte[]> of(NodeId file);

  /** The match with its inner nodes. */
  default Match expand(Match match, Projectors projectors, Cancellation cancellation) {
    Entry entry = match.entry();
    Node node = entry.node();
    return projectors
        .of(node)
        .map(
            projector ->
                of(entry.id())
                    .filter(hint -> hint.length > 0)
                    .map(
                        hint ->
                            projector.project(entry.id(), entry.name(), node, hint, cancellation))
                    .orElseGet(
                        () -> projector.project(entry.id(), entry.name(), node, cancellation)))
        .map(match::as)
        .orElse(match);
  }
}
