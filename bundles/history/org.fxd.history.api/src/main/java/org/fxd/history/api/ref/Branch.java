package org.fxd.history.api.ref;

import org.fxd.graph.api.Hash;

/**
 * A branch as it was at one moment. Immutable.
 *
 * @param name such as {@code main}, without {@code refs/heads/}
 * @param commit the id of its newest commit
 * @param isCheckedOut whether the next commit is made on it
 */
public record Branch(String name, Hash commit, boolean isCheckedOut) {}
