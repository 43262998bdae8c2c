/**
 * Command lines as text: splitting them into words and quoting words. What is between two words is
 * never looked at: no globbing, no redirection, no variables, no comments, no history. So a
 * selector or a revision reaches its command as typed.
 */
package org.fxd.shell.line;
