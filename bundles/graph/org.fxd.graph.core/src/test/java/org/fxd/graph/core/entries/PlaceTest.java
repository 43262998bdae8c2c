package org.fxd.graph.core.entries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fxd.graph.api.Place;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** There is a place between any two, and it stays short where that can be. */
class PlaceTest {
  private static Place place(Choices choices) {
    byte[] digits = choices.bytes(5);
    for (int i = 0; i < digits.length; i++) {
      digits[i] = choices.pick(List.of(digits[i], (byte) 0, (byte) 255, (byte) 1));
    }
    int length = digits.length;
    while (length > 0 && digits[length - 1] == 0) {
      length--;
    }
    return Place.ofBytes(Arrays.copyOf(digits, length));
  }

  @Test
  void whatIsBetweenIsBetween() {
    Property.seeded(1)
        .runs(3_000)
        .check(
            choices -> {
              Place low = place(choices);
              Place high = place(choices);
              if (!high.equals(Place.NONE) && low.compareTo(high) >= 0) {
                assertThrows(IllegalArgumentException.class, () -> Place.between(low, high));
                assertThrows(IllegalArgumentException.class, () -> Place.spread(low, high, 3));
                return;
              }
              assertRow(low, List.of(Place.between(low, high)), high);
              int count = choices.below(700);
              List<Place> row = Place.spread(low, high, count);
              assertEquals(count, row.size());
              assertRow(low, row, high);
            });
  }

  private static void assertRow(Place low, List<Place> row, Place high) {
    Place before = low;
    for (Place place : row) {
      assertTrue(before.compareTo(place) < 0, before + " < " + place);
      assertEquals(place, Place.ofBytes(place.bytes()));
      before = place;
    }
    if (!high.equals(Place.NONE)) {
      assertTrue(before.compareTo(high) < 0 || row.isEmpty(), before + " < " + high);
    }
  }

  @Test
  void aMillionAtEitherEndStayShort() {
    assertShort(last -> Place.between(last, Place.NONE), 1);
    assertShort(first -> Place.between(Place.NONE, first), -1);
  }

  private static void assertShort(UnaryOperator<Place> next, int order) {
    Place place = Place.between(Place.NONE, Place.NONE);
    for (int i = 0; i < 1_000_000; i++) {
      Place further = next.apply(place);
      assertEquals(order, Integer.signum(further.compareTo(place)));
      place = further;
    }
    assertTrue(place.bytes().length <= 4, place.toString());
  }

  @Test
  void theEndsOfTheLineAreRefused() {
    byte[] most = new byte[Place.MAX_LENGTH];
    most[most.length - 1] = 1;
    Place first = Place.ofBytes(most);
    assertThrows(IllegalArgumentException.class, () -> Place.between(Place.NONE, first));
    assertThrows(IllegalArgumentException.class, () -> Place.spread(Place.NONE, first, 2));
    Arrays.fill(most, (byte) 255);
    Place last = Place.ofBytes(most);
    assertThrows(IllegalArgumentException.class, () -> Place.between(last, Place.NONE));
    assertThrows(IllegalArgumentException.class, () -> Place.spread(last, Place.NONE, 1));
    assertThrows(IllegalArgumentException.class, () -> Place.spread(first, last, -1));
  }

  @Test
  void spreadingFromEndToEndIsTheSameEverywhere() {
    assertEquals(Place.spread(1000), Place.spread(Place.NONE, Place.NONE, 1000));
    assertSame(Place.spread(1).get(0), Place.between(Place.NONE, Place.NONE));
  }
}
