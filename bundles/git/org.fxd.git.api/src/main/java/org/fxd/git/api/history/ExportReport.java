package org.fxd.git.api.history;

import java.util.List;

/**
 * What an export wrote.
 *
 * @param commits how many commits are new there
 * @param objects how many objects are new, commits among them
 * @param refs what became of each branch and tag, by name
 * @param notes what a person should know, each with its name and why
 */
public record ExportReport(long commits, long objects, List<RefResult> refs, List<String> notes) {
  public ExportReport {
    refs = List.copyOf(refs);
    notes = List.copyOf(notes);
  }

  /** What became of a reference there. */
  public enum Outcome {
    /** It is new. */
    NEW,
    /** It was moved to a later commit. */
    MOVED,
    /** It was moved although it had gone another way. */
    FORCED,
    /** It was there already. */
    SAME
  }

  /**
   * A reference.
   *
   * @param name the full name, such as {@code refs/heads/main}
   * @param id where it leads now
   */
  public record RefResult(String name, Outcome outcome, GitId id) {}
}
