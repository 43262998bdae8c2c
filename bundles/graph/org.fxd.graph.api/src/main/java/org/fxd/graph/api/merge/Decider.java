package org.fxd.graph.api.merge;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Decides what a merge puts where both sides contradict each other. */
@ConsumerType
@FunctionalInterface
public interface Decider {
  /**
   * Decides one contradiction. Called in the thread that merges, once for each.
   *
   * @return how the node is to stand. Only what is contradicted is taken from it: for {@link
   *     Contradiction.Sort#FIELD} that field of its node, for {@code NODE} the node, for {@code
   *     NAME} and {@code CLASH} the name (made another if it is taken), for {@code PARENT} and
   *     {@code CYCLE} the parent, which must be that of a side or of the base. For {@code PRESENCE}
   *     it is whether the node is there: empty removes it. Must not be empty for the others
   */
  Optional<Standing> decide(Contradiction contradiction);
}
