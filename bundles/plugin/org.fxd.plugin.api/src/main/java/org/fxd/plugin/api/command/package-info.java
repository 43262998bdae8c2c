/**
 * Commands: what a person types, and what a script calls.
 *
 * <p>A {@link org.fxd.plugin.api.command.Command} says what it takes as data ({@link
 * org.fxd.plugin.api.command.CommandSpec}); the shell parses, completes, checks and explains from
 * that, so every command has help, {@code --json} and clear errors without writing a line for it.
 */
@Export
@Version("1.2.0")
package org.fxd.plugin.api.command;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
