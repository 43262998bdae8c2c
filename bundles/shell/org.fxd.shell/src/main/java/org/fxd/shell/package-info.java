/**
 * The shell: it splits lines, finds commands, checks what they were given, shows what they answer
 * and explains what went wrong.
 *
 * <p>The way of a line: {@code line} splits it as a POSIX shell would; {@code call} finds the
 * command, parses by its spec, runs it and turns failures into messages and exit codes; {@code
 * print} writes text, JSON and progress; {@code repl} is the prompt, loaded only when a person asks
 * for one. The commands themselves are in {@code command}: services like those of any plugin, thin,
 * over the services of the other areas.
 */
package org.fxd.shell;
