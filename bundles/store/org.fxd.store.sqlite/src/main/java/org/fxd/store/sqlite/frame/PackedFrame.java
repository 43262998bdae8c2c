package org.fxd.store.sqlite.frame;

import org.fxd.store.sqlite.Encoded;

/**
 * A frame that is done.
 *
 * @param frame the frame, compressed
 * @param keys for each object of it, in order, what the caller knows it by
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PackedFrame(Encoded frame, long[] keys) {}
