/** Commands that list and write views. Every file has a view of its own: itself. */
package org.fxd.shell.command.view;
