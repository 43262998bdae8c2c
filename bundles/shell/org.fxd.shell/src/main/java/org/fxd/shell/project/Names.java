package org.fxd.shell.project;

import org.fxd.graph.api.Name;
import org.fxd.graph.api.error.UsageException;

/** Names as typed. */
public final class Names {
  private Names() {}

  /**
   * A name as typed: every character in it is part of it.
   *
   * @throws UsageException if it is empty or too long
   */
  public static Name parse(String typed) {
    if (typed.isBlank()) {
      throw new UsageException("A name must not be empty");
    }
    try {
      return Name.of(typed);
    } catch (IllegalArgumentException e) {
      throw new UsageException("That is no name: " + e.getMessage(), e);
    }
  }
}
