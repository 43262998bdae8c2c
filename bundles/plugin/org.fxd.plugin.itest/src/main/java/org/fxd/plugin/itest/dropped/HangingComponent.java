package org.fxd.plugin.itest.dropped;

import java.util.concurrent.CountDownLatch;

/** A component that waits for ever. */
public final class HangingComponent {
  /** Hangs. */
  public HangingComponent() throws InterruptedException {
    new CountDownLatch(1).await();
  }
}
