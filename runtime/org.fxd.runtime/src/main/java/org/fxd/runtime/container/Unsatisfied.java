package org.fxd.runtime.container;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the component runtime why a service is not there, and follows what the components wait for
 * down to what is really missing. The runtime's classes belong to a bundle, so that its answers are
 * read field by field.
 */
final class Unsatisfied {
  private static final String RUNTIME =
      "org.osgi.service.component.runtime.ServiceComponentRuntime";
  private static final int LINES = 3;

  private final List<Component> components;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> lines = new LinkedHashSet<>();

  private Unsatisfied(List<Component> components) {
    this.components = components;
  }

  /**
   * A component that is there in principle.
   *
   * @param missing the services that it waits for
   * @param failure why it could not be activated; empty if it was not tried
   */
  private record Component(
      String name, List<String> services, List<String> missing, String failure) {}

  /** Up to three lines to append; empty if nothing is known. */
  static String explain(BundleContext context, String service) {
    ServiceReference<?> reference = context.getServiceReference(RUNTIME);
    if (reference == null) {
      return "";
    }
    try {
      Unsatisfied found = new Unsatisfied(components(context.getService(reference)));
      found.follow(service, "");
      StringBuilder text = new StringBuilder();
      found.lines.stream().limit(LINES).forEach(line -> text.append("\n  ").append(line));
      return text.toString();
    } catch (ReflectiveOperationException e) {
      return ""; // Another component runtime than ours: then it is not known.
    } finally {
      context.ungetService(reference);
    }
  }

  private void follow(String service, String wantedBy) {
    if (!asked.add(service)) {
      return;
    }
    List<Component> offering =
        components.stream().filter(component -> component.services().contains(service)).toList();
    if (offering.isEmpty() && !wantedBy.isEmpty()) {
      lines.add(wantedBy + " needs a " + service + ", and no bundle offers one");
    }
    for (Component component : offering) {
      if (!component.failure().isEmpty()) {
        lines.add(component.name() + " failed: " + component.failure());
      }
      component.missing().forEach(missing -> follow(missing, component.name()));
    }
  }

  private static List<Component> components(Object runtime) throws ReflectiveOperationException {
    Class<?> api = runtime.getClass().getClassLoader().loadClass(RUNTIME);
    Method descriptions = api.getMethod("getComponentDescriptionDTOs", Bundle[].class);
    List<Component> components = new ArrayList<>();
    for (Object description :
        (Collection<?>) descriptions.invoke(runtime, (Object) new Bundle[0])) {
      List<String> missing = new ArrayList<>();
      String failure = "";
      Method configurations =
          api.getMethod("getComponentConfigurationDTOs", description.getClass());
      for (Object configuration : (Collection<?>) configurations.invoke(runtime, description)) {
        missing.addAll(missing(description, configuration));
        Object text = field(configuration, "failure");
        failure = text == null ? failure : text.toString().lines().findFirst().orElse("");
      }
      components.add(
          new Component(
              (String) field(description, "name"),
              Arrays.asList((String[]) field(description, "serviceInterfaces")),
              missing,
              failure));
    }
    return components;
  }

  private static List<String> missing(Object description, Object configuration)
      throws ReflectiveOperationException {
    List<String> services = new ArrayList<>();
    for (Object reference : (Object[]) field(configuration, "unsatisfiedReferences")) {
      for (Object declared : (Object[]) field(description, "references")) {
        if (field(declared, "name").equals(field(reference, "name"))) {
          services.add((String) field(declared, "interfaceName"));
        }
      }
    }
    return services;
  }

  private static Object field(Object dto, String name) throws ReflectiveOperationException {
    return dto.getClass().getField(name).get(dto);
  }
}
