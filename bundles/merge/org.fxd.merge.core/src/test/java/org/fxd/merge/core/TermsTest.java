package org.fxd.merge.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Value;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static final Terms BASE = of("base");

  private static Terms of(String text) {
    return Terms.of(Value.of(text));
  }

  private static List<Value> values(String... texts) {
    List<Value> values = new ArrayList<>();
    for (String text : texts) {
      values.add(Value.of(text));
    }
    return values;
  }

  @Test
  void whatOneSideChangedIsTaken() {
    assertEquals(of("x"), Terms.merged(BASE, of("x"), BASE));
    assertEquals(of("x"), Terms.merged(BASE, BASE, of("x")));
    assertEquals(of("x"), Terms.merged(BASE, of("x"), of("x")));
  }

  @Test
  void whatBothChangedIsAConflict() {
    Terms terms = Terms.merged(BASE, of("x"), of("y"));
    assertEquals(new Terms(values("x", "y"), values("base")), terms);
    assertFalse(terms.isResolved());
  }

  @Test
  void aConflictThatOneSideResolvedIsResolved() {
    Terms conflict = Terms.merged(BASE, of("x"), of("y"));
    assertEquals(of("z"), Terms.merged(conflict, of("z"), conflict));
    assertEquals(of("z"), Terms.merged(conflict, conflict, of("z")));
  }

  @Test
  void aThirdSideMakesOneOfThree() {
    Terms conflict = Terms.merged(BASE, of("x"), of("y"));
    assertEquals(
        new Terms(values("x", "y", "z"), values("base", "base")),
        Terms.merged(BASE, conflict, of("z")));
    assertEquals(conflict, Terms.merged(BASE, conflict, BASE));
  }

  @Test
  void theLawsHoldForAnyTerms() {
    Property.seeded(7)
        .runs(500)
        .check(
            choices -> {
              Terms base = any(choices, 3);
              Terms x = any(choices, 3);
              Terms y = any(choices, 3);
              assertEquals(sorted(x), sorted(Terms.merged(base, x, base)));
              assertEquals(sorted(x), sorted(Terms.merged(base, base, x)));
              assertEquals(sorted(Terms.merged(base, x, y)), sorted(Terms.merged(base, y, x)));
              Terms merged = Terms.merged(base, x, y);
              assertTrue(merged.isResolved() || merged.isConflict(), merged.toString());
            });
  }

  /** Terms that a number of merges give. */
  private static Terms any(Choices choices, int merges) {
    Terms terms = of("v" + choices.below(4));
    for (int left = choices.below(merges + 1); left > 0; left--) {
      terms = Terms.merged(of("v" + choices.below(4)), terms, of("v" + choices.below(4)));
    }
    return terms;
  }

  /** The same whatever the order: the labels. */
  private static List<List<String>> sorted(Terms terms) {
    return List.of(
        terms.adds().stream().map(Value::toString).sorted().toList(),
        terms.removes().stream().map(Value::toString).sorted().toList());
  }
}
