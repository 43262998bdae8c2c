package org.fxd.history.api.ask;

import java.util.Optional;
import org.fxd.history.api.Commit;

/**
 * A line and where it comes from.
 *
 * @param commit the commit that wrote it; empty if it is not committed
 * @param number which line it was in the node's text in that commit, from 1; now, if it is not
 *     committed
 * @param text the line, without its line break; bytes that are no UTF-8 are replaced
 */
public record BlamedLine(Optional<Commit> commit, int number, String text) {}
