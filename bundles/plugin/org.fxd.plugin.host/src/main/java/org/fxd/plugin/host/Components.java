package org.fxd.plugin.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fxd.plugin.api.PluginState;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Tells how the components of a running bundle fare: the bundle itself knows nothing of them. */
final class Components {
  private static final Pattern SIMPLE_TARGET = Pattern.compile("\\(([^()=]+)=([^()*]+)\\)");
  private static final Pattern STACK_HEAD =
      Pattern.compile("^(?:Caused by: )?([\\w.$]+)(?::\\s*(.*))?$");

  private final BundleContext context;
  private final ServiceComponentRuntime runtime;

  Components(BundleContext context, ServiceComponentRuntime runtime) {
    this.context = context;
    this.runtime = runtime;
  }

  Verdict assess(Bundle bundle) {
    List<String> failures = new ArrayList<>();
    List<String> waits = new ArrayList<>();
    int good = 0;
    Collection<ComponentDescriptionDTO> components = runtime.getComponentDescriptionDTOs(bundle);
    for (ComponentDescriptionDTO component : components) {
      if (!runtime.isComponentEnabled(component)) {
        continue;
      }
      for (ComponentConfigurationDTO one : runtime.getComponentConfigurationDTOs(component)) {
        switch (one.state) {
          case ComponentConfigurationDTO.FAILED_ACTIVATION ->
              failures.add(
                  "its component "
                      + shortName(component.name)
                      + " failed: "
                      + failure(one.failure));
          case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
              // What waits for a neighbour in the same bundle is not what the person has to mend.
              waits.add(
                  isOwn(components, component, one) ? waits.size() : 0,
                  missing(bundle, component, one));
          case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
              waits.add(
                  Unresolved.title(bundle)
                      + " waits for its configuration "
                      + String.join(", ", component.configurationPid));
          default -> good++;
        }
      }
    }
    if (!failures.isEmpty()) {
      String more = failures.size() == 1 ? "" : "\n  and " + (failures.size() - 1) + " more";
      return Verdict.of(
          good == 0 && waits.isEmpty() ? PluginState.FAILED : PluginState.DEGRADED,
          Unresolved.title(bundle) + ": " + failures.get(0) + more);
    }
    return waits.isEmpty()
        ? Verdict.of(PluginState.ACTIVE)
        : Verdict.of(PluginState.WAITING, waits.get(0));
  }

  private static boolean isOwn(
      Collection<ComponentDescriptionDTO> own,
      ComponentDescriptionDTO component,
      ComponentConfigurationDTO configuration) {
    return Stream.of(configuration.unsatisfiedReferences)
        .flatMap(u -> type(component, u).stream())
        .allMatch(type -> own.stream().anyMatch(d -> List.of(d.serviceInterfaces).contains(type)));
  }

  private static Optional<String> type(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    return Stream.of(component.references)
        .filter(r -> r.name.equals(unsatisfied.name))
        .map((ReferenceDTO r) -> r.interfaceName)
        .findFirst();
  }

  private String missing(
      Bundle bundle, ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    for (UnsatisfiedReferenceDTO unsatisfied : configuration.unsatisfiedReferences) {
      Optional<String> type = type(component, unsatisfied);
      if (type.isPresent()) {
        return Unresolved.title(bundle)
            + " waits for a service "
            + type.get()
            + target(unsatisfied.target)
            + "\n  wanted by: its component "
            + shortName(component.name)
            + "\n  offered: "
            + offer(bundle, type.get(), unsatisfied.target)
            + "\n  fix: it starts by itself when a plugin brings that service";
      }
    }
    return Unresolved.title(bundle) + " waits for a service";
  }

  /** A target filter in words. */
  private static String target(String filter) {
    if (filter == null || filter.isBlank()) {
      return "";
    }
    Matcher simple = SIMPLE_TARGET.matcher(filter.strip());
    return simple.matches()
        ? " with " + simple.group(1) + " " + simple.group(2)
        : " with certain properties";
  }

  private String offer(Bundle asking, String type, String target) {
    if (target != null && !target.isBlank() && isRegistered(type)) {
      return "one of another sort";
    }
    return runtime.getComponentDescriptionDTOs().stream()
        .filter(d -> List.of(d.serviceInterfaces).contains(type))
        .map(d -> context.getBundle(d.bundle.id))
        .filter(b -> b != null && !b.equals(asking))
        .findFirst()
        .map(b -> "by " + Unresolved.title(b) + ", which does not run as it should")
        .orElse("by nobody");
  }

  private boolean isRegistered(String type) {
    try {
      ServiceReference<?>[] all =
          context
              .getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
              .getBundleContext()
              .getAllServiceReferences(type, null);
      return all != null;
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From a stack trace, what the innermost cause says. */
  static String failure(String trace) {
    if (trace == null || trace.isBlank()) {
      return "no reason given";
    }
    String head =
        trace
            .lines()
            .filter(line -> line.startsWith("Caused by: "))
            .reduce((first, second) -> second)
            .orElseGet(() -> Text.firstLine(trace));
    Matcher parts = STACK_HEAD.matcher(Text.firstLine(head));
    if (!parts.matches()) {
      return Text.firstLine(head);
    }
    return shortName(parts.group(1)) + (parts.group(2) == null ? "" : ": " + parts.group(2));
  }

  private static String shortName(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
