package org.fxd.store.sqlite;

import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;

/**
 * An object that stands in a transaction's row.
 *
 * @param bytes its content; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LooseObject(ObjectType type, Hash hash, byte[] bytes) {}
