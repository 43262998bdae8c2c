package org.fxd.history.api;

import java.time.OffsetDateTime;
import java.util.List;
import org.fxd.graph.api.Hash;

/**
 * A snapshot of the project with its place in history. Immutable.
 *
 * @param id the SHA-256 of its canonical encoding
 * @param root the hash of the project's root
 * @param parents the commits it follows; none for the first
 * @param author who made the change
 * @param authored when, to the second, with the author's offset from UTC
 * @param committer who put it into this history
 * @param committed when, likewise
 * @param message why; the first line is a summary
 * @param headers extra headers, in order
 */
public record Commit(
    Hash id,
    Hash root,
    List<Hash> parents,
    Person author,
    OffsetDateTime authored,
    Person committer,
    OffsetDateTime committed,
    String message,
    List<Header> headers) {
  public Commit {
    parents = List.copyOf(parents);
    headers = List.copyOf(headers);
  }

  /** A commit without extra headers. */
  public Commit(
      Hash id,
      Hash root,
      List<Hash> parents,
      Person author,
      OffsetDateTime authored,
      Person committer,
      OffsetDateTime committed,
      String message) {
    this(id, root, parents, author, authored, committer, committed, message, List.of());
  }

  /** The first line of the message. */
  public String summary() {
    return message.lines().findFirst().orElse("");
  }
}
