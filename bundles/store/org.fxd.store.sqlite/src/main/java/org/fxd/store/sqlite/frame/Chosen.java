package org.fxd.store.sqlite.frame;

/**
 * A delta that was found to be good.
 *
 * @param base what it is against
 */
record Chosen(Version base, Delta delta) {}
