package org.fxd.plugin.host;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginState;
import org.fxd.plugin.api.PluginTopics;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What others see of the plugins. Written by the loop's thread; each change is logged once and sent
 * as an event, in order; readers get a whole snapshot.
 */
final class Board {
  private static final Logger LOG = LoggerFactory.getLogger(Board.class);

  private final EventAdmin events;
  private final TreeMap<String, Plugin> plugins = new TreeMap<>();
  private volatile List<Plugin> snapshot = List.of();

  Board(EventAdmin events) {
    this.events = events;
  }

  List<Plugin> snapshot() {
    return snapshot;
  }

  /** The plugin of a jar, as last shown. */
  Optional<Plugin> shown(String jar) {
    return Optional.ofNullable(plugins.get(jar));
  }

  void show(Plugin plugin) {
    Plugin before = plugins.put(plugin.jar(), plugin);
    if (plugin.equals(before)) {
      return;
    }
    snapshot = List.copyOf(plugins.values());
    if (before == null || differs(before, plugin)) {
      log(plugin);
      send(plugin, plugin.state().name());
    }
  }

  void remove(String jar) {
    Plugin before = plugins.remove(jar);
    if (before != null) {
      snapshot = List.copyOf(plugins.values());
      LOG.info("Plugin {} is removed", title(before));
      send(before, "REMOVED");
    }
  }

  private static boolean differs(Plugin a, Plugin b) {
    return a.state() != b.state()
        || !a.reason().equals(b.reason())
        || a.generation() != b.generation()
        || !a.sha256().equals(b.sha256());
  }

  private static void log(Plugin plugin) {
    PluginState state = plugin.state();
    if (state == PluginState.FAILED || state == PluginState.DEGRADED) {
      LOG.warn("Plugin {} is {}: {}", title(plugin), state, plugin.reason().orElse(""));
    } else if (plugin.reason().isPresent()) {
      LOG.info("Plugin {} is {}: {}", title(plugin), state, plugin.reason().get());
    } else if (state == PluginState.ACTIVE) {
      LOG.info("Plugin {} is active, generation {}", title(plugin), plugin.generation());
    } else {
      LOG.debug("Plugin {} is {}", title(plugin), state);
    }
  }

  private static String title(Plugin plugin) {
    return plugin.version().isEmpty()
        ? plugin.jar()
        : plugin.name() + " " + plugin.version() + " (" + plugin.jar() + ")";
  }

  private void send(Plugin plugin, String now) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(PluginTopics.JAR, plugin.jar());
    properties.put(PluginTopics.NAME, plugin.name());
    properties.put(PluginTopics.VERSION, plugin.version());
    properties.put(PluginTopics.NOW, now);
    plugin.reason().ifPresent(reason -> properties.put(PluginTopics.REASON, reason));
    events.postEvent(new Event(PluginTopics.STATE, properties));
  }

  /** For whoever mistyped a name: all names, the closest first. */
  static Comparator<String> closestTo(String typed) {
    return Comparator.comparingInt(name -> Distance.between(typed, name));
  }
}
