package org.fxd.store.sqlite;

/**
 * One entry of the index.
 *
 * @param key its key
 * @param value its value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record IndexRow(byte[] key, byte[] value) {}
