package org.fxd.source.core.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Place;

/**
 * Where the entries of a container stand. New containers are spread evenly; a container that had
 * entries before keeps the places of those that stayed in order, so that adding one snippet changes
 * one entry, and two people who each add one do not contradict each other about all the others.
 */
public final class Places {
  /** Places longer than this are a sign of many inserts at one spot: start afresh. */
  private static final int MAX_LENGTH = 48;

  private Places() {}

  /**
   * The places of entries in a row.
   *
   * @param before where each entry stood before in the same container, if it did
   */
  public static List<Place> arrange(List<Optional<Place>> before) {
    int count = before.size();
    boolean[] kept = Ascending.longest(before);
    int keep = 0;
    for (boolean one : kept) {
      keep += one ? 1 : 0;
    }
    if (keep * 2 < count || keep == 0) {
      return Place.spread(count);
    }
    List<Place> places = new ArrayList<>(Collections.nCopies(count, Place.NONE));
    Place low = Place.NONE;
    int next = 0;
    for (int i = 0; i <= count; i++) {
      if (i < count && !kept[i]) {
        continue;
      }
      Place high = i < count ? before.get(i).orElseThrow() : Place.NONE;
      if (!fill(places, next, i, low, high)) {
        return Place.spread(count);
      }
      if (i < count) {
        places.set(i, high);
      }
      low = high;
      next = i + 1;
    }
    return places;
  }

  /** Halves the run from the middle, so that places grow with the logarithm of its length. */
  private static boolean fill(List<Place> places, int from, int to, Place low, Place high) {
    if (from >= to) {
      return true;
    }
    int middle = (from + to) >>> 1;
    Place place = Place.between(low, high);
    if (place.bytes().length > MAX_LENGTH) {
      return false;
    }
    places.set(middle, place);
    return fill(places, from, middle, low, place) && fill(places, middle + 1, to, place, high);
  }
}
