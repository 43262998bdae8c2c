package org.fxd.history.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.fxd.history.api.signature.Signer;

/**
 * What shall be otherwise in a commit that takes the place of another. What is not said stays as it
 * was. Immutable; the methods with {@code with} give another amendment.
 *
 * @param committer who amends
 * @param message why
 * @param author who made the change
 * @param authored when
 * @param headers extra headers, in place of those that it had
 * @param signer who signs it; the signature of the old commit is never kept, as it is of that one
 */
public record Amendment(
    Person committer,
    Optional<String> message,
    Optional<Person> author,
    Optional<OffsetDateTime> authored,
    Optional<List<Header>> headers,
    Optional<Signer> signer) {
  public Amendment {
    headers = headers.map(List::copyOf);
  }

  /** One that changes nothing but who put the commit into this history, and when. */
  public static Amendment by(Person committer) {
    return new Amendment(
        committer,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another message. */
  public Amendment withMessage(String other) {
    return new Amendment(committer, Optional.of(other), author, authored, headers, signer);
  }

  /** The same with another author. */
  public Amendment withAuthor(Person other) {
    return new Amendment(committer, message, Optional.of(other), authored, headers, signer);
  }

  /** The same with another moment at which the author made the change. */
  public Amendment withAuthored(OffsetDateTime other) {
    return new Amendment(committer, message, author, Optional.of(other), headers, signer);
  }

  /** The same with other extra headers. */
  public Amendment withHeaders(List<Header> others) {
    return new Amendment(committer, message, author, authored, Optional.of(others), signer);
  }

  /** The same, signed when it is made. */
  public Amendment signedBy(Signer other) {
    return new Amendment(committer, message, author, authored, headers, Optional.of(other));
  }
}
