package org.fxd.graph.api.merge;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/**
 * Two changes of one thing that cannot both be done.
 *
 * @param sort in what they contradict each other
 * @param id the node; {@link #ROOT} for the root itself
 * @param key for {@link Sort#FIELD}, the key of the metadatum, empty for the value; else empty
 * @param path the names from the root to the node, as one of the sides has it
 * @param base how it stood in the base; empty if it was not there
 * @param ours how it stands on our side; empty if that removed it
 * @param theirs how it stands on the other side; empty if that removed it
 */
public record Contradiction(
    Sort sort,
    NodeId id,
    String key,
    List<Name> path,
    Optional<Standing> base,
    Optional<Standing> ours,
    Optional<Standing> theirs) {
  /** Stands for the root, which no entry holds. */
  public static final NodeId ROOT = new NodeId(0, 0);

  public Contradiction {
    path = List.copyOf(path);
  }

  /** In what two sides contradict each other. */
  public enum Sort {
    /** The value or a metadatum is another on each side. */
    FIELD,
    /** It became another kind of node on one side and was changed on the other. */
    NODE,
    /** It has another name on each side. */
    NAME,
    /** It stands in another node on each side. */
    PARENT,
    /**
     * Our side keeps it where it stood, or moved it; with the move of their side, it would come to
     * stand within itself.
     */
    CYCLE,
    /** One side changed it, or something in it, and the other removed it. */
    PRESENCE,
    /**
     * Both sides put something under one name into the same node. {@code id} and {@code theirs} are
     * of the entry of their side, {@code ours} is the entry of our side.
     */
    CLASH
  }
}
