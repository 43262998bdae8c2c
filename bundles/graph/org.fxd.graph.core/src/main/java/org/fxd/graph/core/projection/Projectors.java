package org.fxd.graph.core.projection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;

/** The projectors there are. Safe for use by any number of threads. */
public final class Projectors {
  private final List<Projector> all = new CopyOnWriteArrayList<>();

  /** One more. */
  public void add(Projector projector) {
    all.add(projector);
  }

  /** One less. */
  public void remove(Projector projector) {
    all.remove(projector);
  }

  /** Who projects a node; empty if it is whole as it is stored. */
  public Optional<Projector> of(Node node) {
    for (Projector projector : all) {
      if (projector.kind().equals(node.kind()) && projector.isProjected(node)) {
        return Optional.of(projector);
      }
    }
    return Optional.empty();
  }

  /** What all results depend on besides the nodes. */
  public String version() {
    return String.join(";", all.stream().map(p -> p.kind() + "=" + p.version()).sorted().toList());
  }

  /** Whether all of them project nodes of one kind. */
  public boolean areOf(Kind kind) {
    return all.stream().allMatch(projector -> projector.kind().equals(kind));
  }

  /** The node of an entry with its inner nodes. */
  public Node expand(Entry entry, Cancellation cancellation) {
    Node node = entry.node();
    return of(node).map(p -> p.project(entry.id(), entry.name(), node, cancellation)).orElse(node);
  }

  /** The same place, its node with its inner nodes. */
  public Match expand(Match match, Cancellation cancellation) {
    Node node = expand(match.entry(), cancellation);
    return node == match.node() ? match : match.as(node);
  }
}
