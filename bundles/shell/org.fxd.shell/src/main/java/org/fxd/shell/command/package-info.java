/**
 * The commands that every host has. Each is a small {@code Command} service over the services of
 * another area: it checks what only it can check, calls one or two methods there, and says what
 * came of it as data and as text. A plugin's commands are made in the same way.
 */
package org.fxd.shell.command;
