package org.fxd.plugin.itest.dropped;

/** A component whose constructor throws. */
public final class FailingComponent {
  /** Fails. */
  public FailingComponent() {
    throw new IllegalStateException("the oven is cold");
  }
}
