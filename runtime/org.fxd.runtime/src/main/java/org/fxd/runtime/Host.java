package org.fxd.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.runtime.container.Container;
import org.fxd.runtime.container.Distribution;
import org.osgi.framework.BundleContext;

/**
 * One FXD container in this JVM. Safe for use by any number of threads; {@link #start} and {@link
 * #stop} wait for each other.
 */
public final class Host implements AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Path data;
  private final Path plugins;
  private final Distribution distribution;
  private final String sharedPackages;
  private final Map<String, String> properties;
  private final Object lifecycle = new Object();
  private volatile Container container;

  Host(
      Path data,
      Path plugins,
      Distribution distribution,
      String sharedPackages,
      Map<String, String> properties) {
    this.data = data;
    this.plugins = plugins;
    this.distribution = distribution;
    this.sharedPackages = sharedPackages;
    this.properties = properties;
  }

  /**
   * Begins a host.
   *
   * @param data the folder that holds all it keeps; created when it starts
   */
  public static HostBuilder builder(Path data) {
    return new HostBuilder(data);
  }

  /**
   * Starts every bundle. When it returns, their services are there. Does nothing if it runs.
   *
   * @throws HostException if a bundle cannot be started, or the data folder not be written; nothing
   *     of it is left running
   */
  public void start() {
    synchronized (lifecycle) {
      if (container == null) {
        container = Container.start(data, plugins, distribution, sharedPackages, properties);
      }
    }
  }

  /**
   * Stops every bundle in the reverse order, which closes open projects. Does nothing if it does
   * not run. It can be started again.
   *
   * @return whether all was down within that time
   */
  public boolean stop(Duration atMost) {
    synchronized (lifecycle) {
      Container running = container;
      container = null;
      return running == null || running.stop(atMost);
    }
  }

  /** Stops it, waiting up to ten seconds. */
  @Override
  public void close() {
    stop(CLOSE);
  }

  /** Whether it was started and not stopped. */
  public boolean isRunning() {
    return container != null;
  }

  /** The data folder. */
  public Path data() {
    return data;
  }

  /** The watched plugins folder. */
  public Path plugins() {
    return plugins;
  }

  /** The distribution's version. */
  public String version() {
    return distribution.version();
  }

  /**
   * The best service of that type, if there is one now.
   *
   * @throws HostException if there is one but the type's package is not shared
   */
  public <T> Optional<T> service(Class<T> type) {
    return running().service(type);
  }

  /** All services of that type, the best first. */
  public <T> List<T> services(Class<T> type) {
    return services(type, Map.of());
  }

  /**
   * The services of that type that have these properties, the best first; for example those of one
   * project.
   */
  public <T> List<T> services(Class<T> type, Map<String, String> having) {
    return new ArrayList<>(running().services(type, having));
  }

  /**
   * Waits for a service.
   *
   * @throws HostException if there is none within that time, saying what its bundle lacks as far as
   *     is known, or if this thread is interrupted
   */
  public <T> T await(Class<T> type, Duration atMost) {
    return running().await(type, atMost);
  }

  /**
   * The system bundle's context, for what is not said here, such as registering a service of the
   * program's own. Gone when the host stops.
   */
  public BundleContext context() {
    return running().context();
  }

  private Container running() {
    Container running = container;
    if (running == null) {
      throw new HostException("The host on " + data + " is not running");
    }
    return running;
  }
}
