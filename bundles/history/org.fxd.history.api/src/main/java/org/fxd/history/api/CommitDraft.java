package org.fxd.history.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/**
 * What a commit that is to be made shall say. Immutable; the methods with {@code with} give another
 * draft.
 *
 * @param message why; line ends and blank edges are put in order when the commit is made
 * @param author who made the change
 * @param authored when; empty for the moment of committing
 * @param committer who puts it into this history
 * @param parents the commits that it follows; empty for the one that is checked out
 * @param headers extra headers, in order
 */
public record CommitDraft(
    String message,
    Person author,
    Optional<OffsetDateTime> authored,
    Person committer,
    Optional<List<Hash>> parents,
    List<Header> headers) {
  public CommitDraft {
    parents = parents.map(List::copyOf);
    headers = List.copyOf(headers);
  }

  /** A draft by someone who is author and committer, of what follows the commit checked out. */
  public static CommitDraft of(String message, Person author) {
    return new CommitDraft(message, author, Optional.empty(), author, Optional.empty(), List.of());
  }

  /** The same by another author, at a moment of their own. */
  public CommitDraft withAuthor(Person other, OffsetDateTime when) {
    return new CommitDraft(message, other, Optional.of(when), committer, parents, headers);
  }

  /** The same after other commits; none for a first commit. */
  public CommitDraft withParents(List<Hash> others) {
    return new CommitDraft(message, author, authored, committer, Optional.of(others), headers);
  }

  /** The same with other extra headers. */
  public CommitDraft withHeaders(List<Header> others) {
    return new CommitDraft(message, author, authored, committer, parents, others);
  }
}
