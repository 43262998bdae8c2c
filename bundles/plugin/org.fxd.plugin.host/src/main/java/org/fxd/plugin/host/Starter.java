package org.fxd.plugin.host;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.fxd.plugin.api.PluginState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** Starts plugins, several at a time, each with a deadline. Confined to the loop's thread. */
final class Starter {
  private final Workers workers;
  private final Duration deadline;
  private final Assessor assessor;
  private final Consumer<Jar> changed;

  /**
   * Ready to start plugins.
   *
   * @param changed told whenever a plugin's phase has changed
   */
  Starter(Workers workers, Duration deadline, Assessor assessor, Consumer<Jar> changed) {
    this.workers = workers;
    this.deadline = deadline;
    this.assessor = assessor;
    this.changed = changed;
  }

  void start(Jar jar, Bundle bundle) {
    jar.startDue(false);
    jar.failure(null);
    jar.phase(Jar.Phase.STARTING);
    changed.accept(jar);
    AtomicReference<String> failure = new AtomicReference<>();
    workers.run(
        () -> failure.set(tryStart(bundle)),
        deadline,
        () -> late(jar, bundle),
        () -> ended(jar, bundle, failure.get()));
  }

  private static String tryStart(Bundle bundle) {
    try {
      bundle.start(Bundle.START_TRANSIENT);
      return null;
    } catch (BundleException | RuntimeException | LinkageError e) {
      return Unresolved.title(bundle) + " failed to start: " + Text.cause(e);
    } finally {
      // An interrupt that came too late is not for whoever uses this thread next.
      Thread.interrupted();
    }
  }

  private void late(Jar jar, Bundle bundle) {
    if (jar.phase() == Jar.Phase.STARTING && jar.isOf(bundle)) {
      jar.phase(Jar.Phase.HANGING_IN_START);
      jar.failure(
          Unresolved.title(bundle)
              + " did not start within "
              + seconds()
              + "\n  its thread was asked to stop"
              + "\n  fix: replace the jar, or start FXD again to try once more");
      changed.accept(jar);
    }
  }

  private void ended(Jar jar, Bundle bundle, String failure) {
    if (!jar.isOf(bundle)) {
      return;
    }
    if (jar.phase() == Jar.Phase.STARTING) {
      jar.phase(Jar.Phase.IDLE);
      jar.failure(failure);
    } else if (jar.phase() == Jar.Phase.HANGING_IN_START) {
      jar.phase(Jar.Phase.IDLE);
      String tooLate = jar.failure().orElse(failure);
      jar.failure(null);
      if (assessor.assess(jar).state() != PluginState.ACTIVE) {
        jar.failure(tooLate);
      }
    }
    changed.accept(jar);
  }

  private String seconds() {
    long millis = deadline.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
