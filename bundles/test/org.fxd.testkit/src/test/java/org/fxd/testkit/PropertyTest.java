package org.fxd.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {
  @Test
  void whatHoldsPasses() {
    List<Integer> seen = new ArrayList<>();
    Property.seeded(1).runs(50).check(choices -> seen.add(choices.below(10)));
    assertEquals(50, seen.size());
    assertTrue(seen.stream().distinct().count() > 5);
  }

  @Test
  void oneSeedGivesOneRun() {
    assertEquals(Choices.seeded(7).text(40), Choices.seeded(7).text(40));
    assertEquals(Choices.seeded(7).number(), Choices.seeded(7).number());
  }

  @Test
  void aFailureIsShrunkToItsSmallestForm() {
    Gen<List<Integer>> lists = ((Gen<Integer>) choices -> choices.below(1000)).list(20);
    AssertionError error =
        assertThrows(
            AssertionError.class,
            () ->
                Property.seeded(3)
                    .check(
                        choices -> {
                          List<Integer> list = lists.from(choices);
                          choices.note("list " + list);
                          assertTrue(list.stream().noneMatch(number -> number >= 100));
                        }));
    assertTrue(error.getMessage().contains("list [100]"), error.getMessage());
  }
}
