/** Commands that bring commits together, and resolve what they contradict each other about. */
package org.fxd.shell.command.history;
