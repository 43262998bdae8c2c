package org.fxd.history.api.ref;

/**
 * How far two commits have gone apart since they had all in common.
 *
 * @param ahead how many commits only the first one leads to, itself included
 * @param behind how many only the second one leads to
 */
public record Divergence(int ahead, int behind) {
  /** Whether the two are one commit. */
  public boolean isNone() {
    return ahead == 0 && behind == 0;
  }
}
