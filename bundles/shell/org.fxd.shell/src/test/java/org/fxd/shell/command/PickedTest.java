package org.fxd.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.fxd.source.api.LineEdit;
import org.junit.jupiter.api.Test;

class PickedTest {
  private final List<LineEdit> mine = new ArrayList<>();
  private final List<LineEdit> others = new ArrayList<>();

  private static BitSet lines(int... ends) {
    BitSet lines = new BitSet();
    for (int i = 0; i < ends.length; i += 2) {
      lines.set(ends[i], ends[i + 1]);
    }
    return lines;
  }

  @Test
  void linesThatCameAreToldApart() {
    Picked.split(new LineEdit(5, 5, 5, 12), lines(), lines(0, 7, 9, 10), mine, others);
    assertEquals(List.of(new LineEdit(5, 5, 5, 7), new LineEdit(5, 5, 9, 10)), mine);
    assertEquals(List.of(new LineEdit(5, 5, 7, 9), new LineEdit(5, 5, 10, 12)), others);
  }

  @Test
  void linesThatWentAreToldApart() {
    Picked.split(new LineEdit(2, 6, 3, 3), lines(4, 20), lines(), mine, others);
    assertEquals(List.of(new LineEdit(4, 6, 3, 3)), mine);
    assertEquals(List.of(new LineEdit(2, 4, 3, 3)), others);
  }

  @Test
  void linesThatBecameOthersStayTogether() {
    LineEdit edit = new LineEdit(2, 6, 3, 5);
    Picked.split(edit, lines(5, 9), lines(), mine, others);
    Picked.split(edit, lines(), lines(0, 4), mine, others);
    assertEquals(List.of(edit, edit), mine);
    Picked.split(edit, lines(6, 9), lines(5, 9), mine, others);
    assertEquals(List.of(edit), others);
  }

  @Test
  void aHunkShowsNoLinesAsEqualThatAreNot() {
    List<LineEdit> told = List.of(new LineEdit(10, 10, 10, 11), new LineEdit(14, 14, 16, 17));
    List<LineEdit> passed = List.of(new LineEdit(8, 9, 8, 9), new LineEdit(12, 12, 13, 14));
    assertEquals(
        List.of(
            new Hunk(told.subList(0, 1), 9, 12, 9, 13),
            new Hunk(told.subList(1, 2), 12, 17, 14, 20)),
        Hunk.of(told, passed, 30, 33));
    assertEquals(
        List.of(new Hunk(told, 7, 17, 7, 20)), Hunk.of(told, List.of(), 30, 33), "all are told");
  }

  @Test
  void aFileMayBeOfNoInterest() {
    assertTrue(new Picked(false, Set.of()).isNothing());
    assertFalse(new Picked(true, Set.of()).isNothing());
  }
}
