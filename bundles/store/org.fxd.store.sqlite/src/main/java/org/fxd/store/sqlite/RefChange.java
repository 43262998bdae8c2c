package org.fxd.store.sqlite;

import org.fxd.graph.api.Hash;

/** Which reference, what it must hold, and what it will hold; {@link Hash#ZERO} for nothing. */
record RefChange(String name, Hash expected, Hash next) {}
