/**
 * A plugin that knows the TODO, FIXME and XXX comments of a project.
 *
 * <p>{@link org.fxd.sample.todo.ListCommand} and {@link org.fxd.sample.todo.StatsCommand} are its
 * commands, {@link org.fxd.sample.todo.Counter} follows the project's changes. All three read files
 * through {@link org.fxd.sample.todo.TodoScan}; what a TODO is, only {@link
 * org.fxd.sample.todo.TodoParser} knows.
 */
package org.fxd.sample.todo;
