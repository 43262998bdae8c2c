package org.fxd.graph.core.index;

import org.fxd.graph.api.Hash;

/**
 * The index of some root: that in the store, with changes.
 *
 * @param base the root that the index in the store has to be of
 * @param changes no more to be changed
 */
record View(Hash base, Overlay changes) {}
