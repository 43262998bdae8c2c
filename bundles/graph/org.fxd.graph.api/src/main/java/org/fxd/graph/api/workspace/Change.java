package org.fxd.graph.api.workspace;

/**
 * A change that happened, or several in a row taken as one.
 *
 * @param before the state before
 * @param after the state after
 * @param operation the (last) operation
 * @param count how many operations this stands for; 0 if nothing changed
 */
public record Change(State before, State after, Operation operation, int count) {}
