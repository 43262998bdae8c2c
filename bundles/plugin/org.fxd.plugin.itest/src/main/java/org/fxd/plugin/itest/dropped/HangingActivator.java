package org.fxd.plugin.itest.dropped;

import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** An activator that waits for ever, and is deaf to interrupts until it is told to let go. */
public final class HangingActivator implements BundleActivator {
  /** A property that ends the wait. */
  public static final String LET_GO = "fxd.itest.let.go";

  @Override
  @SuppressWarnings("Interruption") // Deaf on purpose.
  public void start(BundleContext context) {
    CountDownLatch never = new CountDownLatch(1);
    while (!Boolean.getBoolean(LET_GO)) {
      try {
        if (never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException ignored) {
        // A plugin that swallows interrupts is what this stands for.
      }
    }
  }

  @Override
  public void stop(BundleContext context) {}
}
