package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.core.Revision.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
  @Test
  void aNameAlone() {
    assertEquals(List.of(new Revision("main", List.of())), Revision.readings("main"));
    assertEquals(List.of(new Revision("main-2", List.of())), Revision.readings("main-2"));
  }

  @Test
  void stepsInAnyNumber() {
    assertEquals(
        List.of(
            new Revision(
                "v1",
                List.of(
                    new Step.Back(2),
                    new Step.Parent(3),
                    new Step.Back(1),
                    new Step.Parent(1),
                    new Step.Back(1),
                    new Step.Parent(0)))),
        Revision.readings("v1~2^3-^~^0"));
  }

  @Test
  void hyphensMayBelongToTheName() {
    assertEquals(
        List.of(
            new Revision("wip--", List.of(new Step.Back(1))),
            new Revision("wip-", List.of(new Step.Back(1), new Step.Back(1))),
            new Revision("wip", List.of(new Step.Back(2), new Step.Back(1)))),
        Revision.readings("wip--~"));
  }

  @Test
  void headAndItsParent() {
    assertEquals(
        List.of(new Revision("@-", List.of()), new Revision("@", List.of(new Step.Back(1)))),
        Revision.readings("@-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~1", "^", "-", "--", "main~x", "main^{tree}", "main~99999999999"})
  void whatIsNoRevision(String text) {
    UsageException refused = assertThrows(UsageException.class, () -> Revision.readings(text));
    assertTrue(!refused.getMessage().isBlank());
  }

  @Test
  void lengthIsBounded() {
    assertThrows(UsageException.class, () -> Revision.readings("-".repeat(100_000)));
    assertThrows(UsageException.class, () -> Revision.readings("a" + "~".repeat(100_000)));
  }
}
