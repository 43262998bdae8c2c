package org.fxd.store.api;

/**
 * Numbers about a store, for a person and for whoever decides whether to {@linkplain
 * Store#compact() compact} it.
 *
 * @param bytes how much room it takes, in bytes, what is free within it included
 * @param freeBytes how much of that is free
 * @param objects about how many objects there are
 * @param transactions how many of the last transactions stand by themselves, not gathered yet
 */
public record Facts(long bytes, long freeBytes, long objects, long transactions) {}
