package org.fxd.plugin.host;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/**
 * A requirement, taken apart for people.
 *
 * @param namespace of what
 * @param name what is required; empty if its filter is none of the usual ones
 * @param range in which versions; empty if any will do
 */
record Need(String namespace, String name, Optional<VersionRange> range) {
  private static final String EE = "osgi.ee";
  private static final Pattern FROM = Pattern.compile("\\([\\w-]*version>=([^)]+)\\)");
  private static final Pattern UP_TO = Pattern.compile("\\([\\w-]*version<=([^)]+)\\)");
  private static final Pattern EXACT = Pattern.compile("\\(version=([^)]+)\\)");
  private static final Map<String, String> VERSIONS =
      Map.of("osgi.wiring.bundle", "bundle-version", "osgi.wiring.host", "bundle-version");

  static Need of(Requirement requirement) {
    String filter =
        requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
    String namespace = requirement.getNamespace();
    Matcher name =
        Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)").matcher(filter);
    return new Need(namespace, name.find() ? name.group(1) : "", range(filter));
  }

  private static Optional<VersionRange> range(String filter) {
    String rest = filter;
    char left = VersionRange.LEFT_CLOSED;
    char right = VersionRange.RIGHT_CLOSED;
    Version from = null;
    Version to = null;
    // A bound that is left out of the range is written as the other one, negated.
    Matcher notFrom = Pattern.compile("\\(!\\([\\w-]*version<=([^)]+)\\)\\)").matcher(rest);
    if (notFrom.find()) {
      left = VersionRange.LEFT_OPEN;
      from = version(notFrom.group(1));
      rest = notFrom.replaceFirst("");
    }
    Matcher notTo = Pattern.compile("\\(!\\([\\w-]*version>=([^)]+)\\)\\)").matcher(rest);
    if (notTo.find()) {
      right = VersionRange.RIGHT_OPEN;
      to = version(notTo.group(1));
      rest = notTo.replaceFirst("");
    }
    Matcher lower = FROM.matcher(rest);
    if (from == null && lower.find()) {
      from = version(lower.group(1));
    }
    Matcher upper = UP_TO.matcher(rest);
    if (to == null && upper.find()) {
      to = version(upper.group(1));
    }
    Matcher exact = EXACT.matcher(rest);
    if (from == null && to == null && exact.find()) {
      from = version(exact.group(1));
      to = from;
    }
    return from == null && to == null
        ? Optional.empty()
        : Optional.of(
            new VersionRange(left, from == null ? Version.emptyVersion : from, to, right));
  }

  private static Version version(String text) {
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a capability is what is needed, but for its version. */
  boolean isCloseTo(Capability capability) {
    return capability.getNamespace().equals(namespace)
        && !name.isEmpty()
        && name.equals(String.valueOf(capability.getAttributes().get(namespace)));
  }

  /** The version of a capability of this sort. */
  Version versionOf(Capability capability) {
    Object version = capability.getAttributes().get(VERSIONS.getOrDefault(namespace, "version"));
    return version instanceof Version found ? found : Version.emptyVersion;
  }

  /** Whether it is the Java version that is too old, which no plugin can mend. */
  boolean isJava() {
    return namespace.equals(EE);
  }

  /** What is needed, such as {@code acme.text [2,3)}. */
  @Override
  public String toString() {
    String version = range.map(r -> " " + Versions.text(r)).orElse("");
    return switch (namespace) {
      case EE -> "Java" + version.replace(" exactly ", " ");
      case "osgi.wiring.package" -> "the package " + name + version;
      case "osgi.wiring.bundle" -> "the bundle " + name + version;
      case "osgi.wiring.host" -> "its host " + name + version;
      case "osgi.extender" -> "the extender " + name + version;
      default -> (name.isEmpty() ? "something of the sort " : name + " of the sort ") + namespace;
    };
  }
}
