package org.fxd.graph.core.change;

import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.ConflictException;

/**
 * A place where two differences cannot both be done.
 *
 * @param what in what they contradict each other
 * @param id the entry
 * @param sentence what a person is told who wanted both done
 */
record Found(What what, NodeId id, String sentence) {
  enum What {
    /** Both added it, and not alike. */
    TWICE,
    /** One put another node there, and the other changed the one before. */
    NODE,
    /** Ours changed it, or put it somewhere; theirs removed it, or what it is to stand in. */
    GONE_THERE,
    /** The same with the sides exchanged. */
    GONE_HERE,
    PARENT,
    NAME,
    PLACE,
    FIELD,
    /** Together the moves put it into itself. */
    CIRCLE
  }

  /** A refusal that says so. */
  ConflictException refusal() {
    return refusal(sentence);
  }

  static ConflictException refusal(String sentence) {
    return new ConflictException(
        "Two changes contradict each other: " + sentence,
        "Nothing was changed. Look at the newest state and do the change again.");
  }
}
