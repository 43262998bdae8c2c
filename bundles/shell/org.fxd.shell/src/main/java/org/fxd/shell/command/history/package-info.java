/**
 * Commands on history, and what they share: which part of the work is meant ({@link
 * org.fxd.shell.command.history.WorkMeant}), and who made it when ({@link
 * org.fxd.shell.command.history.Authorship}).
 */
package org.fxd.shell.command.history;
