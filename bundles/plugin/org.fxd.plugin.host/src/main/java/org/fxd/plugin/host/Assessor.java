package org.fxd.plugin.host;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fxd.plugin.api.PluginState;
import org.osgi.framework.Bundle;

/** Tells how a plugin fares, from what the host did with it, its bundle and its components. */
final class Assessor {
  private static final int LINES = 4;

  private final Unresolved unresolved;
  private final Components components;

  Assessor(Unresolved unresolved, Components components) {
    this.unresolved = unresolved;
    this.components = components;
  }

  Verdict assess(Jar jar) {
    Optional<String> problem = jar.problem().map(p -> jar.name + " " + p);
    Verdict verdict =
        jar.bundle()
            .map(bundle -> running(jar, bundle))
            .orElseGet(() -> new Verdict(PluginState.FAILED, problem));
    if (problem.isEmpty() || jar.bundle().isEmpty()) {
      return limit(verdict);
    }
    boolean works = verdict.state() == PluginState.ACTIVE;
    String rest =
        works
            ? "  " + Unresolved.title(jar.bundle().get()) + " runs on"
            : verdict.reason().orElse("  the one before is " + word(verdict.state()));
    return limit(
        Verdict.of(works ? PluginState.DEGRADED : verdict.state(), problem.get() + "\n" + rest));
  }

  private Verdict running(Jar jar, Bundle bundle) {
    return switch (jar.phase()) {
      case STARTING -> Verdict.of(PluginState.STARTING);
      case STOPPING -> Verdict.of(PluginState.STOPPING);
      case HANGING_IN_START ->
          Verdict.of(PluginState.FAILED, jar.failure().orElse("did not start in time"));
      case HANGING_IN_STOP ->
          Verdict.of(
              PluginState.FAILED,
              Unresolved.title(bundle)
                  + " does not stop\n"
                  + "  a thread of it does not come back; what replaces it waits for that\n"
                  + "  fix: start FXD again");
      case IDLE ->
          jar.failure().isPresent()
              ? Verdict.of(PluginState.FAILED, jar.failure().get())
              : idle(jar, bundle);
    };
  }

  private Verdict idle(Jar jar, Bundle bundle) {
    return switch (bundle.getState()) {
      case Bundle.ACTIVE -> components.assess(bundle);
      case Bundle.STARTING -> Verdict.of(PluginState.STARTING);
      case Bundle.STOPPING -> Verdict.of(PluginState.STOPPING);
      case Bundle.INSTALLED -> Verdict.of(PluginState.WAITING, unresolved.explain(bundle));
      case Bundle.RESOLVED ->
          jar.isStartDue() || jar.isFragment()
              ? Verdict.of(PluginState.RESOLVED)
              : Verdict.of(PluginState.STOPPED, "it was stopped by hand");
      default ->
          Verdict.of(
              PluginState.FAILED, "its bundle was uninstalled by someone other than the host");
    };
  }

  /** The interfaces of the services that a bundle brings, by short name. */
  static List<String> services(Bundle bundle) {
    var references =
        bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getRegisteredServices();
    return references == null
        ? List.of()
        : Stream.of(references)
            .flatMap(r -> Stream.of((String[]) r.getProperty("objectClass")))
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .distinct()
            .sorted()
            .toList();
  }

  private static String word(PluginState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static Verdict limit(Verdict verdict) {
    return new Verdict(
        verdict.state(),
        verdict.reason().map(r -> r.lines().limit(LINES).collect(Collectors.joining("\n"))));
  }
}
