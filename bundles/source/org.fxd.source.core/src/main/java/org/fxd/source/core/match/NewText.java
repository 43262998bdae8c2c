package org.fxd.source.core.match;

import org.fxd.source.core.text.Piece;

/**
 * A snippet that was given another text.
 *
 * @param snippet as it was
 * @param start where its new text begins in the file's new text
 * @param end where it ends
 */
public record NewText(Piece snippet, int start, int end) {}
