/** What was done to a project, and going back in it: thin commands over services. */
package org.fxd.shell.command.history;
