/**
 * Plugins: bundles dropped into a folder, and what has become of them.
 *
 * <p>A plugin is a jar in the plugins folder. The host copies it into its content store, installs,
 * starts, updates and removes it while all else runs. What a plugin may bring is in the packages
 * below, such as {@code org.fxd.plugin.api.command}, and in the other APIs' consumer types.
 */
@Export
@Version("1.0.0")
package org.fxd.plugin.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
