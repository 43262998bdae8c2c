package org.fxd.shell.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.plugin.api.Plugin;

/** A plugin as data. */
record PluginText(Plugin plugin) {
  /** How long to wait for jars that are being dealt with, before telling where they stand. */
  static final Duration SETTLE = Duration.ofSeconds(5);

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", plugin.name());
    data.put("version", plugin.version());
    data.put("jar", plugin.jar());
    data.put("state", plugin.state().name());
    data.put("reason", plugin.reason().orElse(null));
    data.put("sha256", plugin.sha256());
    data.put("generation", plugin.generation());
    data.put("since", plugin.since().toString());
    data.put("services", plugin.services());
    return data;
  }
}
