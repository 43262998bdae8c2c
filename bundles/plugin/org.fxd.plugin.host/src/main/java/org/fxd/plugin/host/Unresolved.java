package org.fxd.plugin.host;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/**
 * Says why a bundle cannot be resolved, in words: who wants what, the nearest offer, what to do. It
 * asks the framework what is there instead of reading the framework's message.
 */
final class Unresolved {
  private final BundleContext context;
  private final FrameworkWiring wiring;

  Unresolved(BundleContext context) {
    this.context = context;
    this.wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** At most four lines. */
  String explain(Bundle bundle) {
    return explain(bundle, new HashSet<>());
  }

  private String explain(Bundle bundle, Set<Bundle> asked) {
    asked.add(bundle);
    List<BundleRequirement> wanted = wanted(bundle);
    List<Need> missing =
        wanted.stream().filter(r -> offers(r).isEmpty()).map(Need::of).distinct().toList();
    if (!missing.isEmpty()) {
      return nothing(bundle, missing);
    }
    if (isFragment(bundle)) {
      return title(bundle)
          + " waits: its host runs already and takes it in when it is started anew\n"
          + "  fix: start FXD again, or put the host's jar in the folder again";
    }
    for (BundleRequirement requirement : wanted) {
      Optional<Bundle> culprit = onlyUnresolved(requirement, asked);
      if (culprit.isPresent()) {
        String why = explain(culprit.get(), asked);
        return title(bundle)
            + " cannot start: needs "
            + Need.of(requirement)
            + " of "
            + title(culprit.get())
            + "\n"
            + why.lines()
                .limit(3)
                .map(line -> "  " + line.strip())
                .collect(Collectors.joining("\n"));
      }
    }
    return title(bundle)
        + " cannot start: what it needs is there, but does not fit together\n"
        + "  two of its imports lead to different versions of one package\n"
        + "  fix: build it against the versions that run here";
  }

  private static boolean isFragment(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  private String nothing(Bundle bundle, List<Need> missing) {
    Need first = missing.get(0);
    String more = missing.size() == 1 ? "" : " (and " + (missing.size() - 1) + " more)";
    String head = title(bundle) + " cannot start: needs " + first + more;
    if (first.isJava()) {
      return head
          + "\n  offered: Java "
          + Runtime.version().feature()
          + "\n  fix: run FXD with a newer Java";
    }
    return head
        + "\n  offered: "
        + nearest(first)
        + "\n  fix: put a plugin that brings it into the plugins folder";
  }

  private String nearest(Need need) {
    return Stream.of(context.getBundles())
        .map(b -> b.adapt(BundleRevision.class))
        .filter(revision -> revision != null)
        .flatMap(revision -> revision.getDeclaredCapabilities(need.namespace()).stream())
        .filter(need::isCloseTo)
        .max(Comparator.comparing(need::versionOf))
        .map(c -> Versions.text(need.versionOf(c)) + " by " + title(c.getRevision().getBundle()))
        .orElse("by nobody");
  }

  private static List<BundleRequirement> wanted(Bundle bundle) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    return revision == null
        ? List.of()
        : revision.getDeclaredRequirements(null).stream().filter(Unresolved::isNeeded).toList();
  }

  private static boolean isNeeded(BundleRequirement requirement) {
    String resolution =
        requirement
            .getDirectives()
            .getOrDefault(
                Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE, Namespace.RESOLUTION_MANDATORY);
    String effective =
        requirement
            .getDirectives()
            .getOrDefault(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE, Namespace.EFFECTIVE_RESOLVE);
    return effective.equals(Namespace.EFFECTIVE_RESOLVE)
        && !resolution.equals(Namespace.RESOLUTION_OPTIONAL)
        && !resolution.equals(PackageNamespace.RESOLUTION_DYNAMIC);
  }

  private Collection<BundleCapability> offers(BundleRequirement requirement) {
    return wiring.findProviders(requirement);
  }

  /** Of the bundles that offer it, one; empty if any of them is resolved or is the asking one. */
  private Optional<Bundle> onlyUnresolved(BundleRequirement requirement, Set<Bundle> asked) {
    List<Bundle> offering =
        offers(requirement).stream().map(c -> c.getRevision().getBundle()).toList();
    boolean anyGood =
        offering.stream().anyMatch(b -> b.getState() != Bundle.INSTALLED || asked.contains(b));
    return anyGood ? Optional.empty() : offering.stream().findFirst();
  }

  /** A bundle, for a person. */
  static String title(Bundle bundle) {
    return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
        ? "FXD itself"
        : bundle.getSymbolicName() + " " + Versions.text(bundle.getVersion());
  }
}
