package org.fxd.plugin.host;

import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the host works and how long it waits.
 *
 * @param folder the plugins folder
 * @param content the content store's folder
 * @param quiet how long a jar must not change before it is read; only saves work
 * @param patience how long an incomplete jar must not change before it counts as broken
 * @param period how often the folder is looked at without being told
 * @param start how long a plugin may take to start
 * @param stop how long a plugin may take to stop
 */
record Settings(
    Path folder,
    Path content,
    Duration quiet,
    Duration patience,
    Duration period,
    Duration start,
    Duration stop) {
  static final String FOLDER = "fxd.plugins.dir";
  static final String CONTENT = "fxd.content.dir";
  static final String START = "fxd.plugins.start.millis";

  private static final Logger LOG = LoggerFactory.getLogger(Settings.class);

  /** As the framework's properties say. */
  static Settings of(BundleContext context) {
    return new Settings(
        path(context, FOLDER, "plugins"),
        path(context, CONTENT, "content"),
        Duration.ofMillis(20),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofMillis(millis(context.getProperty(START), 10_000)),
        Duration.ofSeconds(2));
  }

  private static Path path(BundleContext context, String property, String otherwise) {
    String set = context.getProperty(property);
    return (set == null || set.isBlank()
            ? context.getDataFile(otherwise).toPath()
            : Path.of(set.strip()))
        .toAbsolutePath()
        .normalize();
  }

  private static long millis(String set, long otherwise) {
    if (set == null || set.isBlank()) {
      return otherwise;
    }
    try {
      return Math.max(1, Long.parseLong(set.strip()));
    } catch (NumberFormatException e) {
      LOG.warn("{} is '{}', which is no number of milliseconds; using {}", START, set, otherwise);
      return otherwise;
    }
  }
}
