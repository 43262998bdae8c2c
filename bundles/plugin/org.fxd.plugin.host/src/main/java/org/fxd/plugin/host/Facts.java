package org.fxd.plugin.host;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** What the framework says of a bundle, in the form in which a jar's manifest says it. */
final class Facts {
  private Facts() {}

  static JarFacts of(Bundle bundle) {
    return new JarFacts(
        bundle.getSymbolicName(),
        bundle.getVersion(),
        bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null);
  }
}
