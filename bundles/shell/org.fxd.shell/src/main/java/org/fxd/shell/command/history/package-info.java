/** History: commits, their names, what was done to a project, and going back in it. */
package org.fxd.shell.command.history;
