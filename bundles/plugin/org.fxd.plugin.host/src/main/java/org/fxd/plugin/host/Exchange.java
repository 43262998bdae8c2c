package org.fxd.plugin.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange of bundles: stops those that go and those of the host's that are wired to them,
 * uninstalls the first, and refreshes the framework so far and no further; bystanders are not
 * touched. Confined to the loop's thread; stopping itself runs on workers.
 */
final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Settings settings;
  private final Loop loop;
  private final Workers stoppers;
  private final FrameworkWiring wiring;
  private final SortedMap<String, Jar> jars;
  private final Consumer<Jar> released;
  private final Set<Bundle> removed = new HashSet<>();
  private int stopping;

  /**
   * An exchange to come.
   *
   * @param jars all that the host knows
   * @param released told when a plugin that did not stop in time has stopped after all
   */
  Exchange(
      Settings settings,
      Loop loop,
      Workers stoppers,
      FrameworkWiring wiring,
      SortedMap<String, Jar> jars,
      Consumer<Jar> released) {
    this.settings = settings;
    this.loop = loop;
    this.stoppers = stoppers;
    this.wiring = wiring;
    this.jars = jars;
    this.released = released;
  }

  /**
   * Stops and uninstalls.
   *
   * @param leaving those to be uninstalled, each with a bundle
   * @param then called when each is either uninstalled or hanging
   */
  void takeOut(List<Jar> leaving, Runnable then) {
    List<Jar> dependents = dependents(leaving);
    Map<Jar, Boolean> stops = new java.util.LinkedHashMap<>();
    dependents.forEach(jar -> stops.put(jar, false));
    leaving.forEach(jar -> stops.put(jar, true));
    if (stops.isEmpty()) {
      then.run();
      return;
    }
    stopping = stops.size();
    stops.forEach(
        (jar, leaves) -> {
          jar.startDue(true);
          jar.phase(Jar.Phase.STOPPING);
          stop(jar, jar.bundle().orElseThrow(), leaves, then);
        });
  }

  /** The plugins wired to those that leave, directly or not, that run or would if they could. */
  private List<Jar> dependents(List<Jar> leaving) {
    List<Bundle> bundles = leaving.stream().flatMap(jar -> jar.bundle().stream()).toList();
    if (bundles.isEmpty()) {
      return List.of();
    }
    Set<Bundle> closure = new HashSet<>(wiring.getDependencyClosure(bundles));
    return jars.values().stream()
        .filter(jar -> !leaving.contains(jar) && jar.phase() != Jar.Phase.HANGING_IN_STOP)
        .filter(jar -> jar.bundle().filter(closure::contains).isPresent())
        .filter(jar -> !jar.isFragment())
        .filter(
            jar ->
                jar.failure().isPresent()
                    || jar.isStartDue()
                    || jar.bundle().orElseThrow().getState() == Bundle.ACTIVE
                    || jar.phase() == Jar.Phase.STARTING)
        .toList();
  }

  private void stop(Jar jar, Bundle bundle, boolean leaves, Runnable then) {
    AtomicBoolean over = new AtomicBoolean();
    stoppers.run(
        () -> stopNow(bundle, leaves),
        settings.stop(),
        () -> {
          over.set(true);
          jar.phase(Jar.Phase.HANGING_IN_STOP);
          oneLess(then);
        },
        () -> {
          jar.phase(Jar.Phase.IDLE);
          if (leaves) {
            removed.add(bundle);
            jar.uninstalled();
          } else {
            jar.failure(null);
          }
          if (over.get()) {
            released.accept(jar);
          } else {
            oneLess(then);
          }
        });
  }

  private void oneLess(Runnable then) {
    stopping--;
    if (stopping == 0) {
      then.run();
    }
  }

  private static void stopNow(Bundle bundle, boolean leaves) {
    try {
      bundle.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException | RuntimeException | LinkageError e) {
      // It is stopped all the same; that its activator failed in it is worth a line.
      LOG.warn("{} failed to stop: {}", Unresolved.title(bundle), Text.cause(e));
    }
    if (leaves) {
      try {
        bundle.uninstall();
      } catch (BundleException | RuntimeException e) {
        LOG.warn("{} failed to be uninstalled: {}", Unresolved.title(bundle), Text.cause(e));
      }
    }
    Thread.interrupted();
  }

  /** Makes whoever is still wired to what was taken out let go of it. */
  void refresh(Runnable then) {
    List<Bundle> pending = new ArrayList<>(wiring.getRemovalPendingBundles());
    pending.retainAll(removed);
    if (pending.isEmpty()) {
      then.run();
      return;
    }
    AtomicBoolean done = new AtomicBoolean();
    Runnable once =
        () -> {
          if (done.compareAndSet(false, true)) {
            then.run();
          }
        };
    // A bundle that is not the host's may hang when the framework restarts it.
    Loop.Timer alarm = loop.after(settings.start(), once);
    wiring.refreshBundles(
        pending,
        event ->
            loop.execute(
                () -> {
                  alarm.cancel();
                  once.run();
                }));
  }

  /** What the ledger should say when {@code arriving} are installed. */
  static SortedMap<String, String> ledger(SortedMap<String, Jar> jars, Map<Jar, Content> arriving) {
    SortedMap<String, String> all = new TreeMap<>();
    for (Jar jar : jars.values()) {
      if (jar.bundle().isPresent()) {
        jar.content().ifPresent(content -> all.put(jar.name, content.sha256()));
      }
    }
    arriving.forEach((jar, content) -> all.put(jar.name, content.sha256()));
    return all;
  }
}
