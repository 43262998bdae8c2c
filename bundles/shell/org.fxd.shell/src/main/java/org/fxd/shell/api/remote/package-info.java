/**
 * Commands of one process run by another, which has the project open.
 *
 * <p>Only one process may write to a project. The one that has it open listens on a socket of the
 * local machine that nobody but its user can reach ({@link org.fxd.shell.api.remote.SocketPlace});
 * another one sends it commands, and gets back byte for byte what they write ({@link
 * org.fxd.shell.api.remote.RemoteSession}). Both talk in {@link org.fxd.shell.api.remote.Frame}s
 * over a {@link org.fxd.shell.api.remote.Wire}. The bytes are described in {@code
 * docs/format/remote.md}. Nothing in this package needs anything but the JDK, so that the sender
 * need not start anything to use it.
 */
@Export
@Version("1.0.0")
package org.fxd.shell.api.remote;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
