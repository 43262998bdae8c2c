package org.fxd.source.core.scan;

import org.fxd.source.core.text.Identity;
import org.fxd.source.core.text.Outline;

/**
 * A projection before any node is made.
 *
 * @param language what the file was scanned as
 * @param outline its text and its snippets
 * @param identity who they are
 * @param hint the regions, for {@link Projections#scanned}; empty if they may not last
 */
// Never compared; made once and handed on.
@SuppressWarnings("ArrayRecordComponent")
public record Sketch(String language, Outline outline, Identity identity, byte[] hint) {}
