package org.fxd.graph.api.upkeep;

/**
 * How to check a project.
 *
 * @param repair whether to put right what can be put right without loss
 */
public record CheckOptions(boolean repair) {
  /** Changes nothing. */
  public static final CheckOptions LOOK = new CheckOptions(false);

  /** Puts right what can be put right without loss. */
  public static final CheckOptions REPAIR = new CheckOptions(true);
}
