package org.fxd.store.sqlite;

/**
 * The content of an object as a row holds it.
 *
 * @param codec a {@link Codec#code()}, if the row was written by us
 * @param size the size of the content
 * @param data the encoded bytes; null for a blob that stands in pieces
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Encoded(long codec, long size, byte[] data) {}
