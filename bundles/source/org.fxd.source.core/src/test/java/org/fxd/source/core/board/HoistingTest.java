package org.fxd.source.core.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports at the top, and back where they were. */
class HoistingTest {
  private static final List<String> ONE = List.of("import a from 'a'", "import b from 'b'");
  private static final List<String> TWO = List.of("import b from 'b'", "import c from 'c'");

  @Test
  void whatIsAnImport() {
    assertTrue(Hoisting.isImport("import x from './x'"));
    assertTrue(Hoisting.isImport("  import './side' ; "));
    assertTrue(Hoisting.isImport("import type A from \"x\";"));
    assertTrue(Hoisting.isImport("import { a, b as c } from 'x'"));
    assertFalse(Hoisting.isImport("import {"));
    assertFalse(Hoisting.isImport("import x from 'y' // c"));
    assertFalse(Hoisting.isImport("import('x')"));
    assertFalse(Hoisting.isImport("importer 'x'"));
    assertFalse(Hoisting.isImport("import x from 'y\""));
    assertFalse(Hoisting.isImport("import" + " ".repeat(100_000) + "x"));
  }

  @Test
  void onlyThoseAtTheStart() {
    String body = "import a from 'a'\nx\nimport b from 'b'";
    assertEquals(List.of("import a from 'a'"), Hoisting.imports("js", body));
    assertEquals(List.of(), Hoisting.imports("py", body));
    assertEquals("x\nimport b from 'b'", Hoisting.rest(body, Hoisting.imports("TS", body)));
  }

  @Test
  void eachGoesBackToWhereItWas() {
    assertEquals(List.of(ONE, TWO), edited("a", "b", "c"));
  }

  @Test
  void whatIsEditedIsEditedInAll() {
    List<List<String>> after =
        Hoisting.edited(
            List.of(ONE, TWO), List.of("import a from 'a'", "import B from 'b'", TWO.get(1)));
    assertEquals(List.of("import a from 'a'", "import B from 'b'"), after.get(0));
    assertEquals(List.of("import B from 'b'", "import c from 'c'"), after.get(1));
  }

  @Test
  void whatIsRemovedIsRemovedFromAll() {
    assertEquals(List.of(ONE.subList(0, 1), TWO.subList(1, 2)), edited("a", "c"));
    assertEquals(List.of(List.of(), List.of()), edited());
  }

  @Test
  void whatIsAddedGoesToTheOneAbove() {
    List<List<String>> after = edited("z", "a", "b", "n", "c", "o");
    assertEquals(lines("z", "a", "b", "n"), after.get(0));
    assertEquals(lines("b", "c", "o"), after.get(1));
  }

  @Test
  void aBodyIsPutTogetherAsItWas() {
    for (String body :
        List.of("import a from 'a'", "import a from 'a'\n", "import a from 'a'\nx")) {
      List<String> imports = Hoisting.imports("js", body);
      String rest = Hoisting.rest(body, imports);
      assertEquals(body, Hoisting.joined(body, imports, imports, rest));
    }
  }

  private static List<String> lines(String... names) {
    return Arrays.stream(names).map(n -> "import " + n + " from '" + n + "'").toList();
  }

  private static List<List<String>> edited(String... names) {
    return Hoisting.edited(List.of(ONE, TWO), lines(names));
  }
}
