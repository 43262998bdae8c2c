package org.fxd.source.core.scan;

import java.util.List;
import org.fxd.source.api.scan.Region;

/**
 * The snippets that were found in a text.
 *
 * @param regions checked
 * @param finder who found them, with its version; empty if the one who was asked failed, so that
 *     another time something else may be found
 */
record Found(List<Region> regions, String finder) {
  /** Whether the same text will give the same as long as the same finder is asked. */
  boolean isLasting() {
    return !finder.isEmpty();
  }
}
