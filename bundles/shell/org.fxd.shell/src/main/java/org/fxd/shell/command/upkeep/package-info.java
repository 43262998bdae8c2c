/** Keeping a project sound and small: thin commands over {@code Upkeep}. */
package org.fxd.shell.command.upkeep;
