package org.fxd.source.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.fxd.graph.api.Place;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static void assertAscending(List<Place> places) {
    for (int i = 1; i < places.size(); i++) {
      assertTrue(places.get(i - 1).compareTo(places.get(i)) < 0, places::toString);
    }
  }

  @Test
  void freshContainersAreSpread() {
    List<Optional<Place>> none = List.of(Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(Place.spread(3), Places.arrange(none));
    assertEquals(List.of(), Places.arrange(List.of()));
  }

  @Test
  void whatStaysKeepsItsPlace() {
    List<Place> old = Place.spread(4);
    List<Optional<Place>> now =
        List.of(
            Optional.of(old.get(0)),
            Optional.empty(),
            Optional.of(old.get(1)),
            Optional.of(old.get(3)),
            Optional.empty());
    List<Place> places = Places.arrange(now);
    assertAscending(places);
    assertEquals(old.get(0), places.get(0));
    assertEquals(old.get(1), places.get(2));
    assertEquals(old.get(3), places.get(3));
  }

  @Test
  void anyHistoryOfInsertsRemovalsAndMovesStaysInOrder() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<Place> row = new ArrayList<>(Place.spread(random.nextInt(5)));
      for (int step = 0; step < 300; step++) {
        List<Optional<Place>> next = new ArrayList<>();
        row.forEach(place -> next.add(Optional.of(place)));
        int at = random.nextInt(next.size() + 1);
        // Mostly at one spot: the case in which places grow.
        next.add(random.nextInt(4) == 0 ? at : next.size() / 2, Optional.empty());
        if (random.nextInt(5) == 0) {
          next.add(next.remove(random.nextInt(next.size())));
        }
        row = Places.arrange(next);
        assertAscending(row);
        assertTrue(row.stream().allMatch(place -> place.bytes().length <= 48));
      }
    }
  }
}
