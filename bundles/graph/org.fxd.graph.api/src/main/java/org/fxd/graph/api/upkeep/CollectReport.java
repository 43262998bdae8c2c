package org.fxd.graph.api.upkeep;

import java.time.Instant;

/**
 * What a collection did, or would do.
 *
 * @param done whether something was removed, rather than only looked at
 * @param kept how many objects are kept
 * @param removed how many were removed; about how many would be, if nothing was done: what a store
 *     has twice counts twice then
 * @param commits how many of those that are kept are commits
 * @param operations how many are operations
 * @param since when the first operation that is kept was made: none before can be undone
 * @param bytesBefore the size of the store before, in bytes
 * @param bytesAfter its size now, in bytes; the same as before if nothing was done
 */
public record CollectReport(
    boolean done,
    long kept,
    long removed,
    long commits,
    long operations,
    Instant since,
    long bytesBefore,
    long bytesAfter) {}
