package org.fxd.merge.api;

import java.util.Optional;

/**
 * How to merge.
 *
 * @param forward what to do where the head has nothing that the other commit does not have
 * @param message the message of the merge commit; empty for the usual one
 */
public record MergePlan(FastForward forward, Optional<String> message) {
  /** A fast-forward if there is one, else a merge commit with the usual message. */
  public static final MergePlan USUAL = new MergePlan(FastForward.ALLOWED, Optional.empty());

  /** Whether the branch may just move to the other commit. */
  public enum FastForward {
    /** It does where it can. */
    ALLOWED,
    /** It never does: a merge commit is made in any case. */
    NEVER,
    /** It does, or nothing happens. */
    ONLY
  }

  /** The same with a message. */
  public MergePlan withMessage(String text) {
    return new MergePlan(forward, Optional.of(text));
  }

  /** The same with another way to treat fast-forwards. */
  public MergePlan with(FastForward other) {
    return new MergePlan(other, message);
  }
}
