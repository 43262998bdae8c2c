package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.PluginState;
import org.fxd.plugin.api.PluginTopics;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.osgi.util.tracker.ServiceTracker;

/** The plugins folder of the running host, empty at the beginning of each test and after it. */
final class Folder implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(20);

  private final BundleContext context = FrameworkUtil.getBundle(Folder.class).getBundleContext();
  private final ServiceTracker<PluginHost, PluginHost> tracker =
      new ServiceTracker<>(context, PluginHost.class, null);
  private final List<String> states = new CopyOnWriteArrayList<>();
  private final ServiceRegistration<EventHandler> listening;

  Folder() throws Exception {
    tracker.open();
    empty();
    listening =
        context.registerService(
            EventHandler.class,
            this::heard,
            FrameworkUtil.asDictionary(
                java.util.Map.of(EventConstants.EVENT_TOPIC, PluginTopics.STATE)));
  }

  private void heard(Event event) {
    states.add(event.getProperty(PluginTopics.JAR) + " " + event.getProperty(PluginTopics.NOW));
  }

  /** What was sent of a jar since the test began. */
  List<String> heardOf(String jar) {
    return states.stream()
        .filter(s -> s.startsWith(jar + " "))
        .map(s -> s.substring(jar.length() + 1))
        .toList();
  }

  PluginHost host() throws InterruptedException {
    PluginHost host = tracker.waitForService(LONG.toMillis());
    assertTrue(host != null, "the host is a service");
    return host;
  }

  Path path(String jar) throws InterruptedException {
    return host().folder().resolve(jar);
  }

  void drop(String jar, JarBuilder content) throws Exception {
    drop(jar, content.build());
  }

  void drop(String jar, byte[] content) throws Exception {
    Files.write(path(jar), content);
  }

  void delete(String jar) throws Exception {
    Files.delete(path(jar));
  }

  Optional<Plugin> find(String jar) throws InterruptedException {
    return host().plugins().stream().filter(p -> p.jar().equals(jar)).findFirst();
  }

  Plugin await(String jar, PluginState state) throws Exception {
    return await(jar, p -> p.state() == state, state.name());
  }

  Plugin await(String jar, Predicate<Plugin> condition, String words) throws Exception {
    until(() -> findNow(jar).filter(condition).isPresent(), () -> jar + " to be " + words);
    return find(jar).orElseThrow();
  }

  void awaitGone(String jar) throws Exception {
    until(() -> findNow(jar).isEmpty(), () -> jar + " to be gone");
  }

  private Optional<Plugin> findNow(String jar) {
    PluginHost host = tracker.getService();
    return host == null
        ? Optional.empty()
        : host.plugins().stream().filter(p -> p.jar().equals(jar)).findFirst();
  }

  /** Waits for what will come. */
  void until(Supplier<Boolean> condition, Supplier<String> words) {
    long end = System.nanoTime() + LONG.toNanos();
    while (!condition.get()) {
      if (System.nanoTime() > end) {
        PluginHost host = tracker.getService();
        fail("waited in vain for " + words.get() + "; " + (host == null ? "" : host.plugins()));
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  void settle() throws InterruptedException {
    assertTrue(host().rescan(LONG), "the folder is dealt with");
  }

  /** The services that greeters of a name bring, as their versions. */
  List<String> greeters(String name) {
    try {
      ServiceReference<?>[] found =
          context.getAllServiceReferences("java.util.function.Supplier", "(plugin=" + name + ")");
      return found == null
          ? List.of()
          : Stream.of(found).map(r -> (String) r.getProperty("version")).toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Optional<Bundle> bundle(String name) {
    return Stream.of(context.getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .findFirst();
  }

  Bundle hostBundle() {
    return bundle("org.fxd.plugin.host").orElseThrow();
  }

  /** Stops the host, does something, and starts it again. */
  void whileStopped(Action action) throws Exception {
    Path folder = host().folder();
    hostBundle().stop();
    try {
      action.run(folder);
    } finally {
      hostBundle().start();
    }
  }

  /** Something to do in the folder. */
  interface Action {
    void run(Path folder) throws Exception;
  }

  private void empty() throws Exception {
    Path folder = host().folder();
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    settle();
    until(() -> tracker.getService().plugins().isEmpty(), () -> "an empty folder");
  }

  @Override
  public void close() throws IOException, BundleException {
    try {
      listening.unregister();
      empty();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      tracker.close();
    }
  }
}
