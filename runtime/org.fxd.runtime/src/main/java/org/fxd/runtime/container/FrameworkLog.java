package org.fxd.runtime.container;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

/** Hands what the framework has to say to SLF4J; by itself it would write on the console. */
final class FrameworkLog extends Logger implements FrameworkListener {
  private static final String NAME = "org.fxd.runtime.framework";

  FrameworkLog() {
    setLogLevel(LOG_WARNING);
  }

  // A bundle that cannot be resolved is reported by whoever wants it; the framework says it twice.
  @Override
  @SuppressWarnings("rawtypes") // As the framework declares it.
  protected void doLog(
      Bundle bundle, ServiceReference reference, int level, String message, Throwable failure) {
    if (failure instanceof BundleException) {
      logger().debug("{}: {}", bundle, message, failure);
    } else if (level == LOG_ERROR) {
      logger().error("{}: {}", bundle, message, failure);
    } else {
      logger().warn("{}: {}", bundle, message, failure);
    }
  }

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.ERROR) {
      logger().error("{} failed", event.getBundle(), event.getThrowable());
    } else if (event.getType() == FrameworkEvent.WARNING) {
      logger().warn("{} warns", event.getBundle(), event.getThrowable());
    }
  }

  private static org.slf4j.Logger logger() {
    return LoggerFactory.getLogger(NAME);
  }
}
