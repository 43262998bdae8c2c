/**
 * Files of version 1: those of the first FXD, which was written in TypeScript.
 *
 * <p>{@link org.fxd.store.v1.FirstFormat} is the service. What a file holds and how it becomes a
 * project and the other way round is described in {@code docs/format/fxd-1.md}.
 */
package org.fxd.store.v1;
