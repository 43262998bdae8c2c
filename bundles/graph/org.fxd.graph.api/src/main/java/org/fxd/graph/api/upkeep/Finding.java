package org.fxd.graph.api.upkeep;

import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * One thing that is wrong with a project, or was.
 *
 * @param sort what sort of thing
 * @param what what is wrong, in words
 * @param object the object that it is about, if it is about one
 * @param uses where that object is of use, if it is one that cannot be read
 * @param repaired what was done about it, in words; empty if it is still wrong
 */
public record Finding(
    Sort sort, String what, Optional<Hash> object, Optional<Uses> uses, Optional<String> repaired) {
  /** What sort of thing is wrong. Those that matter most come first. */
  public enum Sort {
    /**
     * The file itself: nothing can be put right where it is, and what is whole has to be
     * {@linkplain FileUpkeep#salvage salvaged}.
     */
    STRUCTURE,
    /** How the store keeps what it holds. */
    STORE,
    /** An object is needed and not there. */
    MISSING,
    /** An object is there, but it is not what it should be. */
    DAMAGED,
    /** A name leads nowhere, or somewhere where it should not. */
    REFERENCE,
    /** Operations do not follow each other as they should. */
    OPERATIONS,
    /** Commits do not follow each other as they should. */
    COMMITS,
    /** The index does not say what the tree says. */
    INDEX
  }
}
