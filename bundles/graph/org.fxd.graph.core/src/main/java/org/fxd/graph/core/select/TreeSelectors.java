package org.fxd.graph.core.select;

import java.util.function.Predicate;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Compiles selectors, and answers them by walking. */
@Component
public final class TreeSelectors implements Selectors {
  private final Projectors projectors;

  /** Looks through what projectors there are among the services. */
  @Activate
  public TreeSelectors() {
    this(new Projectors());
  }

  /** Looks through these projections. */
  public TreeSelectors(Projectors projectors) {
    this.projectors = projectors;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addProjector(Projector projector) {
    projectors.add(projector);
  }

  void removeProjector(Projector projector) {
    projectors.remove(projector);
  }

  @Override
  public CompiledSelector compile(String text) {
    return CompiledSelector.of(text, projectors);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Another object is how a match says that it was seen.
  public boolean walk(
      Node root, Selector selector, Cancellation cancellation, Predicate<Match> visitor) {
    CompiledSelector compiled = CompiledSelector.of(selector, projectors);
    Matching matching = new Matching(compiled, projectors, cancellation);
    Descent descent = new Descent(root, null, cancellation);
    for (Match match = descent.next(); match != null; match = descent.next()) {
      Match seen = compiled.reachesInside() ? matching.seen().of(match) : match;
      if (matching.matches(seen) && !visitor.test(seen)) {
        return false;
      }
      if (seen != match) {
        descent.see(seen);
      } else if (!compiled.reachesInside() && matching.seen().isProjected(match)) {
        descent.skip();
      }
    }
    return true;
  }
}
