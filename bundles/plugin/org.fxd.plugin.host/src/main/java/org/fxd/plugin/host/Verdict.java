package org.fxd.plugin.host;

import java.util.Optional;
import org.fxd.plugin.api.PluginState;

/** How a plugin fares, and why it is not simply active. */
record Verdict(PluginState state, Optional<String> reason) {
  static Verdict of(PluginState state) {
    return new Verdict(state, Optional.empty());
  }

  static Verdict of(PluginState state, String reason) {
    return new Verdict(state, Optional.of(reason));
  }
}
