package org.fxd.plugin.itest.dropped;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** An activator that throws. */
public final class FailingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("no flour left\nand no sugar");
  }

  @Override
  public void stop(BundleContext context) {}
}
