package org.fxd.graph.core.group;

import java.util.List;
import org.fxd.graph.api.Place;

/** Places for several entries in a row between two others. */
final class PlacesBetween {
  private PlacesBetween() {}

  /**
   * Adds places in order, each as short as halving can make it.
   *
   * @param low the place before, or {@link Place#NONE} for "from the start"
   * @param high the place after, or {@link Place#NONE} for "to the end"
   */
  static void fill(Place low, Place high, int count, List<Place> into) {
    if (low.equals(Place.NONE) && high.equals(Place.NONE)) {
      into.addAll(Place.spread(count));
    } else if (count > 0) {
      Place middle = Place.between(low, high);
      int before = count / 2;
      fill(low, middle, before, into);
      into.add(middle);
      fill(middle, high, count - before - 1, into);
    }
  }
}
