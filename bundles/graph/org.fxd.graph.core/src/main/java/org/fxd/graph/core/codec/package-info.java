/**
 * Canonical bytes: every value has exactly one encoding, and what is not that encoding is refused.
 *
 * <p>Readers here treat every byte as hostile. They throw {@link IllegalArgumentException} with the
 * reason; whoever knows where the bytes came from turns it into an error that names the object.
 */
package org.fxd.graph.core.codec;
