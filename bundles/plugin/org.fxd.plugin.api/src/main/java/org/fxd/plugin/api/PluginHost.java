package org.fxd.plugin.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.fxd.graph.api.error.NotFoundException;
import org.osgi.annotation.versioning.ProviderType;

/** What has become of the plugins. A service; safe for use by any number of threads. */
@ProviderType
public interface PluginHost {
  /** The watched folder. */
  Path folder();

  /** All plugins, by jar name. */
  List<Plugin> plugins();

  /**
   * The plugin with a jar name, a symbolic name, or the beginning of either if only one fits.
   *
   * @throws NotFoundException if there is none; the hint names what comes close
   */
  Plugin plugin(String name);

  /**
   * Looks at the folder now, without waiting for the file system to tell, and returns when every
   * jar in it has been dealt with.
   *
   * @return whether it was, within the time
   */
  boolean rescan(Duration atMost) throws InterruptedException;

  /**
   * Waits until every jar that the host knows of has been dealt with: those that were in the folder
   * when it started, and those that it was told of since. Reads nothing, so it returns at once when
   * nothing is under way; jars that hang do not hold it up.
   *
   * @return whether all were dealt with, within the time
   */
  boolean awaitSettled(Duration atMost) throws InterruptedException;
}
