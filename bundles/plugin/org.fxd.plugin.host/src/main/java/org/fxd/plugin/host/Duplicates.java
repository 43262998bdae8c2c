package org.fxd.plugin.host;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Finds jars that bring a bundle that is there already, in the same version. */
final class Duplicates {
  private final BundleContext context;
  private final Collection<Jar> jars;

  Duplicates(BundleContext context, Collection<Jar> jars) {
    this.context = context;
    this.jars = jars;
  }

  /** Takes those out of {@code arriving} that another jar, or FXD itself, has brought already. */
  void holdBack(List<Jar> leaving, Map<Jar, Content> arriving) {
    Map<Jar, Content> accepted = new java.util.LinkedHashMap<>();
    arriving.forEach(
        (jar, content) -> {
          Optional<String> rival =
              accepted.entrySet().stream()
                  .filter(other -> same(other.getValue().facts(), content.facts()))
                  .map(other -> other.getKey().name)
                  .findFirst()
                  .or(() -> rival(jar, content.facts(), arrivingOrLeaving(leaving, arriving)));
          if (rival.isEmpty()) {
            accepted.put(jar, content);
          } else {
            jar.shadowed(content);
            jar.problem(
                "brings "
                    + content.facts()
                    + ", which is already there from "
                    + rival.get()
                    + "\n  fix: remove one of the two");
          }
        });
    arriving.keySet().retainAll(accepted.keySet());
  }

  private static List<Jar> arrivingOrLeaving(List<Jar> leaving, Map<Jar, Content> arriving) {
    List<Jar> all = new java.util.ArrayList<>(leaving);
    all.addAll(arriving.keySet());
    return all;
  }

  /** Who has that bundle already: a jar's name, or FXD itself. */
  Optional<String> rival(Jar asking, JarFacts facts, List<Jar> ignored) {
    Optional<String> jar =
        jars.stream()
            .filter(other -> other != asking && !ignored.contains(other))
            .filter(other -> other.bundle().isPresent())
            .filter(other -> other.content().filter(c -> same(c.facts(), facts)).isPresent())
            .map(other -> other.name)
            .findFirst();
    return jar.or(() -> foreign(facts));
  }

  private Optional<String> foreign(JarFacts facts) {
    for (Bundle bundle : context.getBundles()) {
      if (facts.name().equals(bundle.getSymbolicName())
          && facts.version().equals(bundle.getVersion())
          && jars.stream().noneMatch(jar -> jar.isOf(bundle))) {
        return Optional.of("FXD itself");
      }
    }
    return Optional.empty();
  }

  private static boolean same(JarFacts a, JarFacts b) {
    return a.name().equals(b.name()) && a.version().equals(b.version());
  }
}
