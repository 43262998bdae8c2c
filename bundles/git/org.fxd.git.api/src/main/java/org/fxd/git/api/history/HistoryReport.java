package org.fxd.git.api.history;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * What an import of a history brought.
 *
 * @param commits how many commits are new
 * @param known how many were there already
 * @param files how many versions of files are new
 * @param bytes how many bytes they have
 * @param kept how many objects of Git were kept as they are, because rebuilding them gives others
 * @param refs what became of each branch and tag, by name
 * @param notes what a person should know: what was left out or taken otherwise, each with its name
 *     and why
 */
public record HistoryReport(
    long commits,
    long known,
    long files,
    long bytes,
    long kept,
    List<RefResult> refs,
    List<String> notes) {
  public HistoryReport {
    refs = List.copyOf(refs);
    notes = List.copyOf(notes);
  }

  /** What became of a reference. */
  public enum Outcome {
    /** It is new. */
    NEW,
    /** It was moved to a later commit. */
    MOVED,
    /** It was there already. */
    SAME,
    /** The project went another way, or is ahead: it stays. */
    KEPT,
    /** It cannot be taken in; the notes say why. */
    REFUSED
  }

  /**
   * A reference.
   *
   * @param name the full name, such as {@code refs/heads/main}
   * @param commit where the project's leads now; empty if there is none
   */
  public record RefResult(String name, Outcome outcome, Optional<Hash> commit) {}
}
