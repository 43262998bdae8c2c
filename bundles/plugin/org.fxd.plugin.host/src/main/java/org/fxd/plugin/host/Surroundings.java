package org.fxd.plugin.host;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;

/**
 * Hears of bundles and services that come and go, whoever's they are, and has the plugins looked at
 * again: what one of them waited for may be there. Service events are many, so those of a moment
 * count as one.
 */
final class Surroundings implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final BundleContext context;
  private final Loop loop;
  private final Deployer deployer;
  private final AtomicBoolean due = new AtomicBoolean();
  private final BundleListener bundles = this::bundleChanged;
  private final ServiceListener services = this::serviceChanged;

  Surroundings(BundleContext context, Loop loop, Deployer deployer) {
    this.context = context;
    this.loop = loop;
    this.deployer = deployer;
  }

  void listen() {
    context.addBundleListener(bundles);
    context.addServiceListener(services);
  }

  private void bundleChanged(BundleEvent event) {
    switch (event.getType()) {
      case BundleEvent.INSTALLED, BundleEvent.UPDATED, BundleEvent.UNINSTALLED ->
          loop.execute(deployer::worldChanged);
      case BundleEvent.STARTED, BundleEvent.STOPPED, BundleEvent.UNRESOLVED ->
          loop.execute(() -> deployer.assess(event.getBundle()));
      default -> {
        // The others are on the way from one of these to another.
      }
    }
  }

  private void serviceChanged(ServiceEvent event) {
    if (due.compareAndSet(false, true)) {
      loop.after(
          MOMENT,
          () -> {
            due.set(false);
            deployer.assessAll();
          });
    }
  }

  @Override
  public void close() {
    try {
      context.removeBundleListener(bundles);
      context.removeServiceListener(services);
    } catch (IllegalStateException stopped) {
      // The framework removed them with the context.
      due.set(true);
    }
  }
}
