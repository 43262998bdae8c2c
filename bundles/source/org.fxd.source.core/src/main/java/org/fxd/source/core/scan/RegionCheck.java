package org.fxd.source.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fxd.source.api.scan.Region;

/** Whether a scanner kept its word. What a plugin returns is not trusted before this. */
final class RegionCheck {
  /** Snippets within snippets go no deeper. */
  static final int MAX_DEPTH = 64;

  /** A file has no more snippets than this. */
  static final int MAX_REGIONS = 100_000;

  private static final int MAX_TYPE = 64;

  private int count;

  private RegionCheck() {}

  /** What is wrong with the regions of a text of some length; empty if nothing is. */
  static Optional<String> fault(List<Region> regions, int length) {
    return regions == null
        ? Optional.of("it returned nothing at all")
        : Optional.ofNullable(new RegionCheck().fault(regions, 0, length, 1));
  }

  /** Null if nothing is wrong. */
  private String fault(List<Region> regions, int start, int end, int depth) {
    if (!regions.isEmpty() && depth > MAX_DEPTH) {
      return "snippets are nested deeper than " + MAX_DEPTH;
    }
    int position = start;
    for (Region region : regions) {
      if (region == null) {
        return "a snippet is missing";
      }
      if (++count > MAX_REGIONS) {
        return "there are more than " + MAX_REGIONS + " snippets";
      }
      if (!isWord(region.type())) {
        return "a snippet has no proper type";
      }
      if (region.name() == null) {
        return "a snippet has no name";
      }
      if (region.start() < position || region.end() <= region.start() || region.end() > end) {
        return "the snippet from "
            + region.start()
            + " to "
            + region.end()
            + " is not within "
            + position
            + " to "
            + end;
      }
      String inner = fault(region.children(), region.start(), region.end(), depth + 1);
      if (inner != null) {
        return inner;
      }
      position = region.end();
    }
    return null;
  }

  private static boolean isWord(String type) {
    return type != null
        && !type.isBlank()
        && type.length() <= MAX_TYPE
        && StandardCharsets.UTF_8.newEncoder().canEncode(type);
  }
}
