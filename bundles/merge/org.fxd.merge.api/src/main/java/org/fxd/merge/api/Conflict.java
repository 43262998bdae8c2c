package org.fxd.merge.api;

import java.util.List;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;

/**
 * One thing that two or more sides said differently, and that nobody has decided yet.
 *
 * <p>What the sides say and what they started from are terms: n of them added and n − 1 removed,
 * after those that are equal on both lists are taken away. With two sides the first of {@code adds}
 * is ours, the second theirs, and the one of {@code removes} is the base.
 *
 * @param id the node that it is about
 * @param path the names from the root to that node, as it stands now; to its file, if the text was
 *     scanned again and the marker lines are no longer in the node, but in the file
 * @param sort what of the node it is about
 * @param key for {@link Sort#METADATA} the key; else empty
 * @param adds what the sides say
 * @param removes what they started from
 */
public record Conflict(
    NodeId id, List<Name> path, Sort sort, String key, List<Value> adds, List<Value> removes) {
  public Conflict {
    path = List.copyOf(path);
    adds = List.copyOf(adds);
    removes = List.copyOf(removes);
  }

  /** What of a node a conflict is about, and what its terms are. */
  public enum Sort {
    /** Its text or value; the terms are values. A text shows all of them between marker lines. */
    VALUE,
    /** One of its metadata; the terms are values. */
    METADATA,
    /**
     * Its name; the terms are texts. Two nodes of one name are a conflict about the second one's.
     */
    NAME,
    /** The node that it stands in; the terms are references. */
    PARENT,
    /**
     * Whether it is there; the terms are links to the node, or {@link Value#NONE} for not being
     * there. It is shown as there.
     */
    PRESENCE,
    /** All of it, since it became another kind of node; the terms are links to the node. */
    NODE
  }
}
