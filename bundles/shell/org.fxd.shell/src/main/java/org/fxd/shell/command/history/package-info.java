/** Commands about history: commits, the names that they have, and how those moved. */
package org.fxd.shell.command.history;
