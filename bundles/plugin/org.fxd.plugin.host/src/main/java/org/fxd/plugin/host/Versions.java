package org.fxd.plugin.host;

import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** How versions are written for people: without the zeros at the end. */
final class Versions {
  private Versions() {}

  static String text(Version version) {
    if (!version.getQualifier().isEmpty()) {
      return version.toString();
    }
    if (version.getMicro() != 0) {
      return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
    return version.getMinor() != 0
        ? version.getMajor() + "." + version.getMinor()
        : Integer.toString(version.getMajor());
  }

  static String text(VersionRange range) {
    if (range.getRight() == null) {
      return range.getLeftType() == VersionRange.LEFT_CLOSED
          ? text(range.getLeft()) + " or later"
          : "later than " + text(range.getLeft());
    }
    if (range.isExact()) {
      return "exactly " + text(range.getLeft());
    }
    return range.getLeftType()
        + text(range.getLeft())
        + ","
        + text(range.getRight())
        + range.getRightType();
  }
}
