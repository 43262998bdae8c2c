package org.fxd.merge.api;

/** Which of a conflict's terms is to be the answer. */
public enum Choice {
  /** What the first side says. */
  OURS,
  /** What the last side says. */
  THEIRS,
  /** What both started from. */
  BASE,
  /** Of texts, what all sides say, one behind the other where they differ. */
  BOTH
}
