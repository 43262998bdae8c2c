package org.fxd.git.jgit.identity;

import java.util.Optional;
import org.fxd.graph.api.Name;

/** A file or link that is gone from its path, or has come to one. */
public interface Side {
  /** Its name. */
  Name name();

  /**
   * What is equal in two of them exactly if they have the same content; empty for what never counts
   * as having moved for its content alone, such as an empty file.
   */
  Optional<Object> content();

  /** How many bytes it has, if it may be compared with others; else 0. */
  long size();

  /** Its bytes. */
  byte[] bytes();
}
