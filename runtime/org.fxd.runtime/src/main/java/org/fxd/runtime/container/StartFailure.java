package org.fxd.runtime.container;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.runtime.HostException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Puts a bundle's failure to start into at most four lines: which bundle, what, what is offered.
 */
final class StartFailure {
  private static final Pattern MISSING =
      Pattern.compile(
          "missing requirement \\[([^ \\]]+) \\[\\d+\\]\\(R [^)]*\\)\\] ([\\w.]+);"
              + " (?:\\w+=[^;]*; )*?((?:\\(.*?\\)+))(?= \\[caused by|\\]| Unresolved|$)");
  private static final Pattern FILTERED = Pattern.compile("\\(([\\w.\\-]+)(>=|<=|=)([^()]*)\\)");

  private StartFailure() {}

  /**
   * @param all the bundles that are installed
   */
  static HostException of(Bundle bundle, Throwable failure, Bundle[] all) {
    String name = name(bundle);
    if (failure instanceof BundleException told
        && told.getType() == BundleException.RESOLVE_ERROR) {
      return new HostException(unresolved(bundle, told, all), failure);
    }
    Throwable cause = failure;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return new HostException(
        name + " cannot start: " + oneLine(Reason.of(cause)) + "\n  bundle: " + place(bundle),
        failure);
  }

  private static String unresolved(Bundle bundle, BundleException failure, Bundle[] all) {
    String message = String.valueOf(failure.getMessage());
    Matcher found = MISSING.matcher(message);
    String wanting = name(bundle);
    String space = "";
    String filter = "";
    // The last one is the root of the chain of "caused by".
    while (found.find()) {
      wanting = found.group(1);
      space = found.group(2);
      filter = found.group(3);
    }
    if (filter.isEmpty()) {
      return name(bundle) + " cannot start: " + oneLine(message) + "\n  bundle: " + place(bundle);
    }
    Wish wish = Wish.of(space, filter);
    String because = wanting.equals(bundle.getSymbolicName()) ? "it" : wanting + ", which it uses,";
    return name(bundle)
        + " cannot start: "
        + because
        + " needs "
        + wish
        + "\n  offered: "
        + offers(all, space, wish)
        + "\n  bundle: "
        + place(bundle);
  }

  private static String offers(Bundle[] all, String space, Wish wish) {
    List<String> offers = new ArrayList<>();
    for (Bundle other : all) {
      BundleRevision revision = other.adapt(BundleRevision.class);
      if (revision != null) {
        for (BundleCapability capability : revision.getDeclaredCapabilities(space)) {
          if (wish.name().equals(capability.getAttributes().get(space))) {
            Object version = capability.getAttributes().get("version");
            offers.add((version == null ? "" : version + " ") + "by " + other.getSymbolicName());
          }
        }
      }
    }
    return offers.isEmpty() ? "by no bundle" : String.join(", ", offers);
  }

  static String name(Bundle bundle) {
    return bundle.getSymbolicName() + " " + bundle.getVersion();
  }

  private static String place(Bundle bundle) {
    String location = bundle.getLocation().replaceFirst("^reference:", "");
    return location.startsWith("file:") ? Path.of(URI.create(location)).toString() : location;
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 300 ? line : line.substring(0, 299) + "…";
  }

  /** What a requirement's filter asks for. */
  private record Wish(String space, String name, String versions) {
    static Wish of(String space, String filter) {
      String name = filter;
      String low = "";
      String high = "";
      Matcher part = FILTERED.matcher(filter);
      while (part.find()) {
        if (part.group(1).equals(space)) {
          name = part.group(3);
        } else if (part.group(1).endsWith("version") && part.group(2).equals(">=")) {
          if (low.isEmpty()) {
            low = part.group(3);
          } else {
            high = part.group(3); // Within (!(…)): the end that is not included.
          }
        }
      }
      String versions = high.isEmpty() ? low : "[" + low + "," + high + ")";
      return new Wish(space, name, versions);
    }

    @Override
    public String toString() {
      String what =
          switch (space) {
            case "osgi.wiring.package" -> "package ";
            case "osgi.wiring.bundle" -> "bundle ";
            case "osgi.ee" -> "Java ";
            default -> space + " ";
          };
      return what + name + (versions.isEmpty() ? "" : " " + versions);
    }
  }
}
