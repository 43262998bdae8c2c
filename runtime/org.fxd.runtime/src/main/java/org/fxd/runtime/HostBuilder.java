package org.fxd.runtime;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.runtime.container.Distribution;
import org.fxd.runtime.container.SharedPackages;

/** Gathers what a {@link Host} needs. Belongs to one thread. */
public final class HostBuilder {
  private final Path data;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Set<Class<?>> shared = new LinkedHashSet<>();
  private Path plugins;
  private Path distribution;

  HostBuilder(Path data) {
    this.data = data.toAbsolutePath().normalize();
    this.plugins = this.data.resolve("plugins");
  }

  /**
   * Where the bundles come from: the unpacked distribution, or its runnable jar, which is unpacked
   * into the data folder once. Without this, the one that this class was loaded from.
   */
  public HostBuilder distribution(Path folderOrJar) {
    this.distribution = folderOrJar;
    return this;
  }

  /** The watched plugins folder; without this, {@code plugins} in the data folder. */
  public HostBuilder plugins(Path folder) {
    this.plugins = folder.toAbsolutePath().normalize();
    return this;
  }

  /** Sets a framework property; wins over the distribution's and over what a host sets itself. */
  public HostBuilder property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /**
   * Shares the exported packages of the bundle jar (or class folder with a manifest) that this
   * class was loaded from: in the container they are the program's own classes.
   *
   * @throws HostException when {@link #build} is called, if it was not loaded from such a place
   */
  public HostBuilder share(Class<?> api) {
    shared.add(api);
    return this;
  }

  /**
   * The host, not started yet.
   *
   * @throws HostException if there is no distribution, or a shared class is of no bundle
   */
  public Host build() {
    Distribution found =
        Distribution.at(Optional.ofNullable(distribution).orElseGet(Distribution::ownPlace));
    return new Host(data, plugins, found, SharedPackages.of(shared), Map.copyOf(properties));
  }
}
