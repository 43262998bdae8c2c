/**
 * The shell, for whoever starts one: a launcher, a test, an application that embeds FXD.
 *
 * <p>{@link org.fxd.shell.api.Shell} is a service. It opens a {@link org.fxd.shell.api.Session} on
 * an input and two outputs ({@link org.fxd.shell.api.ShellIo}); a session remembers the project
 * that commands work on and runs command lines, a script, or a prompt. What commands there are is
 * not decided here: every {@code org.fxd.plugin.api.command.Command} service is one. Nothing in
 * this package needs anything but the JDK.
 */
@Export
@Version("1.1.0")
package org.fxd.shell.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
