package org.fxd.runtime.container;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Asks the component runtime why a component is not there. Its classes belong to a bundle, so that
 * its answers are read field by field.
 */
final class Unsatisfied {
  private static final String RUNTIME =
      "org.osgi.service.component.runtime.ServiceComponentRuntime";

  private Unsatisfied() {}

  /** Up to three lines to append; empty if nothing is known. */
  static String explain(BundleContext context, String service) {
    try {
      ServiceReference<?> reference = context.getServiceReference(RUNTIME);
      if (reference == null) {
        return "";
      }
      Object runtime = context.getService(reference);
      List<String> lines = new ArrayList<>();
      collect(runtime, lines, service);
      return lines.isEmpty()
          ? ""
          : "\n  " + String.join("\n  ", lines.subList(0, Math.min(3, lines.size())));
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }

  private static void collect(Object runtime, List<String> lines, String service)
      throws ReflectiveOperationException {
    Class<?> api = runtime.getClass().getClassLoader().loadClass(RUNTIME);
    Class<?> bundleType =
        api.getMethod("getComponentDescriptionDTOs", org.osgi.framework.Bundle[].class)
            .getParameterTypes()[0];
    Object none = Array.newInstance(bundleType.getComponentType(), 0);
    Collection<?> all =
        (Collection<?>)
            api.getMethod("getComponentDescriptionDTOs", bundleType).invoke(runtime, none);
    for (Object description : all) {
      Collection<?> configurations =
          (Collection<?>)
              api.getMethod("getComponentConfigurationDTOs", description.getClass())
                  .invoke(runtime, description);
      for (Object configuration : configurations) {
        String line = line(description, configuration);
        if (!line.isEmpty()) {
          String[] offers = (String[]) field(description, "serviceInterfaces");
          boolean asked = offers != null && List.of(offers).contains(service);
          lines.add(asked ? 0 : lines.size(), line);
        }
      }
    }
  }

  private static String line(Object description, Object configuration)
      throws ReflectiveOperationException {
    String name = (String) field(description, "name");
    Object failure = field(configuration, "failure");
    if (failure != null) {
      String text = failure.toString().lines().findFirst().orElse("");
      return name + " failed: " + text;
    }
    Object[] missing = (Object[]) field(configuration, "unsatisfiedReferences");
    if (missing == null || missing.length == 0) {
      return "";
    }
    List<String> targets = new ArrayList<>();
    for (Object reference : missing) {
      String wanted = (String) field(reference, "name");
      for (Object declared : (Object[]) field(description, "references")) {
        if (field(declared, "name").equals(wanted)) {
          targets.add((String) field(declared, "interfaceName"));
        }
      }
    }
    return name + " waits for " + String.join(", ", targets);
  }

  private static Object field(Object dto, String name) throws ReflectiveOperationException {
    return dto.getClass().getField(name).get(dto);
  }
}
