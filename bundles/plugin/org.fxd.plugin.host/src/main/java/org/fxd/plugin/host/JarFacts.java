package org.fxd.plugin.host;

import org.osgi.framework.Version;

/**
 * What a jar's manifest says of it.
 *
 * @param name its symbolic name
 * @param version its version
 * @param fragment whether it only adds to another bundle, and is never started
 */
record JarFacts(String name, Version version, boolean fragment) {
  /** For a person. */
  @Override
  public String toString() {
    return name + " " + Versions.text(version);
  }
}
