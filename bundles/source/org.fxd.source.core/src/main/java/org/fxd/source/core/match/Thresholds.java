package org.fxd.source.core.match;

/**
 * How sure one must be, all in one place. The numbers are shares from 0 to 1 unless said otherwise;
 * each says what goes wrong when it is lower or higher.
 */
final class Thresholds {
  /**
   * How alike two snippets of one file must be. A function that lost or got half of its text is
   * about here; lower, and two short functions that merely use the same words are taken for one.
   */
  static final double WITHIN = 0.33;

  /** The same between files, where chance has more to choose from. */
  static final double ACROSS = 0.5;

  /**
   * How much lower the bar is for snippets of one name: a name is chosen by a person, and seldom
   * for two things.
   */
  static final double NAME_BONUS = 0.2;

  /** The same for those in one container; enough to decide between equals, and for no more. */
  static final double PARENT_BONUS = 0.05;

  /**
   * An edit at least as close as this to what had the name keeps it from moving away: the equal
   * text elsewhere is a copy.
   */
  static final double STAYS = 0.5;

  /** A piece that reaches beyond a text that was put in must at least be mostly made of it. */
  static final double MOSTLY = 0.5;

  /**
   * How many of its lines a new snippet must have from an old one to be a part of it, and how many
   * of its lines an old one must have given to have gone into a new one. Below one half it would be
   * more something else than this; much above, the heading and the {@code return} that a person
   * adds to a small part would hide it.
   */
  static final double PART = 0.5;

  /** So many lines, not a share: one line alone is found anywhere. */
  static final int FEWEST_LINES = 2;

  /** A line that more snippets than this have lost says nothing about one of them. */
  static final int MOST_OWNERS = 8;

  private Thresholds() {}
}
