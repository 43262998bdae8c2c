package org.fxd.history.api;

/**
 * Work that was put away.
 *
 * @param number names it, for as long as it is there: the first is 1, each one more than the
 *     largest there is
 * @param commit the workspace's tree when it was put away; its first parent has the tree that was
 *     left, so the two say what the work is
 * @since 1.1
 */
public record Stashed(int number, Commit commit) {}
