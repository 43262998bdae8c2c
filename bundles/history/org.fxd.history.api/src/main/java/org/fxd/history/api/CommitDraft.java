package org.fxd.history.api;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.signature.Signer;

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
 * @param signer who signs it; empty for nobody
 * @param emptiness whether it may have the tree of its parent
 */
public record CommitDraft(
    String message,
    Person author,
    Optional<OffsetDateTime> authored,
    Person committer,
    Optional<List<Hash>> parents,
    List<Header> headers,
    Optional<Signer> signer,
    Emptiness emptiness) {
  /** What becomes of a commit in which nothing differs from its parent. */
  public enum Emptiness {
    /** It is not made. */
    REFUSED,
    /** It is made, as a mark in the history. */
    ALLOWED
  }

  public CommitDraft {
    parents = parents.map(List::copyOf);
    headers = List.copyOf(headers);
  }

  /** A draft by someone who is author and committer, of what follows the commit checked out. */
  public static CommitDraft of(String message, Person author) {
    return new CommitDraft(
        message,
        author,
        Optional.empty(),
        author,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Emptiness.REFUSED);
  }

  /** The same by another author, at a moment of their own. */
  public CommitDraft withAuthor(Person other, OffsetDateTime when) {
    return withAuthor(other).withAuthored(when);
  }

  /** The same by another author. */
  public CommitDraft withAuthor(Person other) {
    return new CommitDraft(
        message, other, authored, committer, parents, headers, signer, emptiness);
  }

  /** The same, made by its author at another moment. */
  public CommitDraft withAuthored(OffsetDateTime when) {
    return new CommitDraft(
        message, author, Optional.of(when), committer, parents, headers, signer, emptiness);
  }

  /** The same after other commits; none for a first commit. */
  public CommitDraft withParents(List<Hash> others) {
    return new CommitDraft(
        message, author, authored, committer, Optional.of(others), headers, signer, emptiness);
  }

  /** The same with other extra headers. */
  public CommitDraft withHeaders(List<Header> others) {
    return new CommitDraft(
        message, author, authored, committer, parents, others, signer, emptiness);
  }

  /** The same with one more header. */
  public CommitDraft withHeader(Header header) {
    List<Header> more = new ArrayList<>(headers);
    more.add(header);
    return withHeaders(more);
  }

  /** The same, signed when it is made. */
  public CommitDraft signedBy(Signer other) {
    return new CommitDraft(
        message, author, authored, committer, parents, headers, Optional.of(other), emptiness);
  }

  /** The same, made even if nothing differs. */
  public CommitDraft allowingEmpty() {
    return new CommitDraft(
        message, author, authored, committer, parents, headers, signer, Emptiness.ALLOWED);
  }
}
