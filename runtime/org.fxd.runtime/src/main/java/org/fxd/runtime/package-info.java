/**
 * FXD inside another Java program.
 *
 * <p>A {@link org.fxd.runtime.Host} is one container with a data folder of its own: build it, start
 * it, use its services, stop it. Any number of hosts live in one JVM, on one data folder or on
 * many. Packages named with {@link org.fxd.runtime.HostBuilder#share} are the program's own classes
 * inside the container too, so that the program casts services directly:
 *
 * <pre>{@code
 * try (Host host = Host.builder(data).distribution(fxd).share(Projects.class).build()) {
 *   host.start();
 *   Workspace workspace = host.await(Projects.class, Duration.ofSeconds(5)).createInMemory();
 *   ...
 * }
 * }</pre>
 *
 * <p>A host touches nothing outside its data folder: no system property, no URL handler, no logging
 * configuration, no thread that outlives {@link org.fxd.runtime.Host#stop}. It logs through SLF4J.
 */
@Export
@Version("1.0.0")
package org.fxd.runtime;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
