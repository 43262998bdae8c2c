package org.fxd.graph.core.index;

import java.util.List;
import org.fxd.graph.api.NodeId;

/** A question to the index: which units may hold something. */
sealed interface Probe {
  /**
   * What has a term.
   *
   * @param sources what is to be made of rows of which {@linkplain Keys sources}
   */
  record Term(long term, Sources sources) implements Probe {}

  /** What rows of a term mean. */
  enum Sources {
    /** What has the term is the node that is looked for. */
    SELF,
    /** What is in a file that has the term has it too. */
    INHERITED,
    /** A node of that name stands in the node that is looked for. */
    CHILD,
    /** As {@link #CHILD}, but the terms of values are known: only files are of interest. */
    UNTOLD_CHILD,
    /** As {@link #UNTOLD_CHILD}; what is below {@code code} has that attribute anyway. */
    UNTOLD_CHILD_ELSEWHERE
  }

  /**
   * The node with an id.
   *
   * @param start the first bytes of it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Id(byte[] start) implements Probe {}

  /** Units that are known by now. */
  record Units(List<NodeId> ids, int scope) implements Probe {}

  /** What holds something: the units of the probes, and all that they stand in. */
  record Above(List<Probe> inner) implements Probe {}
}
