package org.fxd.source.api;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.NodeId;

/**
 * What became of one snippet when its file was changed outside.
 *
 * @param id the snippet's id: the one it keeps, or the one it got
 * @param before what it was called, with dots; empty if it is new
 * @param after what it is called; empty if it is gone
 * @param by what decided that the two are the same; {@link By#NOTHING} if it is new or gone
 * @param from the snippets it was split from or merged of, besides itself; empty for most
 */
public record Followed(
    NodeId id, Optional<String> before, Optional<String> after, By by, List<NodeId> from) {
  public Followed {
    from = List.copyOf(from);
  }

  /** What decided which snippet is which, the strongest first. */
  public enum By {
    /** Its marker names it, or whoever gave it another text does. */
    MARKER,
    /** Equal text. */
    TEXT,
    /**
     * Equal name and type in the same snippet or file; of several of one name, equal parameters.
     */
    SIGNATURE,
    /** Texts that are much alike. */
    SIMILARITY,
    /** The same place between the same neighbours. */
    PLACE,
    /**
     * It is a part of what was one snippet, named in {@code from}. Where the name was kept, it
     * decides who keeps the id, else the largest part does, which is the one with {@code before}.
     */
    SPLIT,
    /**
     * It holds what were several snippets; where no name was kept, the id is that of the one that
     * gave most, and {@code from} names the others, which are gone.
     */
    MERGED,
    /** Nothing: it is new, or gone. */
    NOTHING
  }
}
