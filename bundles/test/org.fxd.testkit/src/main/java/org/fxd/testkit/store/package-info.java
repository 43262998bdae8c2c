/**
 * The laws of a store. {@link org.fxd.testkit.store.StoreContract} states each as a test; every
 * provider of stores has a subclass that says how one of its stores is made, and so has to keep
 * them all. A law that two providers would read in two ways belongs here, not in either one's own
 * tests.
 */
package org.fxd.testkit.store;
