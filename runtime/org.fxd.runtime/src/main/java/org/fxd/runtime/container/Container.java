package org.fxd.runtime.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.fxd.runtime.HostException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.util.tracker.ServiceTracker;

/** A running framework with a distribution's bundles in it. */
public final class Container {
  private static final int TOP_LEVEL = 100;

  private final Framework framework;
  private final RunFolder run;

  private Container(Framework framework, RunFolder run) {
    this.framework = framework;
    this.run = run;
  }

  /**
   * Starts one.
   *
   * @param sharedPackages more packages that the program exports into it
   * @param properties framework properties that win over all others
   * @throws HostException if anything of it cannot start
   */
  public static Container start(
      Path data,
      Path plugins,
      Distribution distribution,
      String sharedPackages,
      Map<String, String> properties) {
    RunFolder run = runFolder(data);
    Map<String, Object> settings = settings(data, plugins, distribution, sharedPackages, run);
    settings.putAll(properties);
    FrameworkLog log = new FrameworkLog();
    settings.put(FelixConstants.LOG_LOGGER_PROP, log);
    // What asks for the context class loader while bundles start must not see the program's.
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    thread.setContextClassLoader(null);
    Container container = new Container(new FrameworkFactory().newFramework(settings), run);
    boolean started = false;
    try {
      container.framework.init(log);
      container.framework.start();
      container.fill(distribution, data);
      started = true;
      return container;
    } catch (BundleException e) {
      throw new HostException("The framework cannot start: " + Reason.of(e), e);
    } finally {
      thread.setContextClassLoader(own);
      if (!started) {
        container.stop(Duration.ofSeconds(5));
      }
    }
  }

  private static RunFolder runFolder(Path data) {
    try {
      Files.createDirectories(data.resolve("native"));
      return RunFolder.create(data);
    } catch (IOException e) {
      throw new HostException(
          "The data folder "
              + data
              + " cannot be used: "
              + Reason.of(e)
              + "\n  choose one that may be written to, such as with --data DIR",
          e);
    }
  }

  private static Map<String, Object> settings(
      Path data, Path plugins, Distribution distribution, String sharedPackages, RunFolder run) {
    Map<String, Object> settings = new HashMap<>();
    distribution
        .properties()
        .forEach((name, value) -> settings.put((String) name, ((String) value).strip()));
    String extra = (String) settings.getOrDefault(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, "");
    String all = sharedPackages.isEmpty() || extra.isEmpty() ? "" : ",";
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, extra + all + sharedPackages);
    settings.put(Constants.FRAMEWORK_STORAGE, run.path().toString());
    settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(TOP_LEVEL));
    settings.put("felix.cache.locking", "false"); // The run folder has a lock of its own.
    settings.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false"); // There is one per JVM.
    settings.put("felix.resolver.parallelism", "1"); // More are threads that nobody ever stops.
    settings.put("fxd.home", distribution.place().toString());
    settings.put("fxd.data.dir", data.toString());
    settings.put("fxd.plugins.dir", plugins.toString());
    settings.put("fxd.content.dir", data.resolve("content").toString());
    settings.put("fxd.native.dir", data.resolve("native").toString());
    settings.put("org.sqlite.tmpdir", data.resolve("native").toString());
    return settings;
  }

  private void fill(Distribution distribution, Path data) {
    BundleContext context = framework.getBundleContext();
    List<Bundle> starting = new ArrayList<>();
    for (BundleEntry entry : distribution.bundles()) {
      try {
        Bundle bundle =
            context.installBundle("reference:" + distribution.file(entry, data).toUri().toString());
        if (!entry.isLibrary()) {
          bundle.adapt(BundleStartLevel.class).setStartLevel(entry.level());
          starting.add(bundle);
        }
      } catch (IOException | BundleException e) {
        throw new HostException(
            entry.file()
                + " cannot be installed: "
                + Reason.of(e)
                + "\n  from: "
                + distribution.place(),
            e);
      }
    }
    for (Bundle bundle : starting) {
      try {
        bundle.start(Bundle.START_ACTIVATION_POLICY);
      } catch (BundleException e) {
        throw StartFailure.of(bundle, e, context.getBundles());
      }
    }
  }

  /**
   * Stops all.
   *
   * @return whether it was down within that time
   */
  public boolean stop(Duration atMost) {
    boolean down = false;
    try {
      framework.stop();
      FrameworkEvent event = framework.waitForStop(Math.max(1, atMost.toMillis()));
      down = event.getType() != FrameworkEvent.WAIT_TIMEDOUT;
    } catch (BundleException e) {
      throw new HostException("The framework cannot stop: " + Reason.of(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (down) {
      LastRecord.forget();
      run.close();
    }
    return down;
  }

  /** The system bundle's context. */
  public BundleContext context() {
    BundleContext context = framework.getBundleContext();
    if (context == null) {
      throw new HostException("The host has stopped");
    }
    return context;
  }

  /** The best service of a type. */
  public <T> Optional<T> service(Class<T> type) {
    ServiceReference<T> reference = context().getServiceReference(type);
    if (reference == null) {
      refuseForeign(type);
      return Optional.empty();
    }
    return Optional.ofNullable(context().getService(reference));
  }

  /** The services of a type that have all these properties, best first. */
  public <T> List<T> services(Class<T> type, Map<String, String> having) {
    Collection<ServiceReference<T>> found;
    try {
      found = context().getServiceReferences(type, null);
    } catch (org.osgi.framework.InvalidSyntaxException e) {
      throw new IllegalStateException(e); // There is no filter.
    }
    if (found.isEmpty()) {
      refuseForeign(type);
    }
    return found.stream()
        .filter(
            reference ->
                having.entrySet().stream()
                    .allMatch(want -> want.getValue().equals(reference.getProperty(want.getKey()))))
        .sorted(Collections.reverseOrder())
        .map(reference -> context().getService(reference))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Waits for a service. */
  public <T> T await(Class<T> type, Duration atMost) {
    Optional<T> there = service(type);
    if (there.isPresent()) {
      return there.get();
    }
    ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
    tracker.open();
    try {
      T service = tracker.waitForService(Math.max(1, atMost.toMillis()));
      if (service == null) {
        throw new HostException(
            "No "
                + type.getName()
                + " came within "
                + TimeUnit.NANOSECONDS.toMillis(atMost.toNanos())
                + " ms"
                + Unsatisfied.explain(context(), type.getName()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("Interrupted while waiting for " + type.getName(), e);
    } finally {
      tracker.close();
    }
    return service(type).orElseThrow(() -> new HostException(type.getName() + " went again"));
  }

  private void refuseForeign(Class<?> type) {
    try {
      ServiceReference<?>[] foreign = context().getAllServiceReferences(type.getName(), null);
      if (foreign != null
          && Arrays.stream(foreign).noneMatch(r -> r.isAssignableTo(framework, type.getName()))) {
        throw new HostException(
            "There is a "
                + type.getName()
                + " in the container, but of another class; add share("
                + type.getSimpleName()
                + ".class) to the host's builder");
      }
    } catch (org.osgi.framework.InvalidSyntaxException e) {
      throw new IllegalStateException(e); // There is no filter.
    }
  }
}
