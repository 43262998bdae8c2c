/**
 * A store that lives in memory and is gone when it is closed.
 *
 * <p>It keeps every law of a store with the least code that can: objects, references and index
 * stand in maps, a batch gathers what it is given and hands all of it over at once. It is what
 * other stores are compared with, and what tests and throw-away projects run on. {@link
 * org.fxd.store.memory.MemoryStores} makes one; it needs no container.
 */
package org.fxd.store.memory;
