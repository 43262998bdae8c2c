package org.fxd.store.sqlite.sorted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** An overlay is a sorted map that never changes. */
class OverlayTest {
  @Test
  void editsMakeAnotherAndLeaveTheOneBefore() {
    Property.seeded(31)
        .check(
            choices -> {
              Overlay overlay = Overlay.EMPTY;
              NavigableMap<byte[], Edit> model = new TreeMap<>(Arrays::compareUnsigned);
              for (int step = choices.below(8); step > 0; step--) {
                List<Edit> edits = edits(choices);
                Overlay before = overlay;
                List<String> entries = Entries.texts(Entries.left(before.all()));
                overlay = overlay.with(edits);
                assertTexts(entries, before.all());
                edits.forEach(edit -> model.put(edit.key(), edit));
                assertHolds(choices, model, overlay);
                assertSince(before, overlay);
              }
            });
  }

  @Test
  void ofEditsOfOneKeyTheLastCounts() {
    List<Edit> edits =
        Edit.inOrder(
            List.of(Entries.edit("b", "1"), Entries.edit("a", "2"), Entries.edit("b", null)));
    assertEquals(List.of("61=32", "62 removed"), Entries.texts(edits));
    assertEquals(List.of(), Edit.inOrder(List.of()));
  }

  @Test
  void nothingChangesNothing() {
    assertSame(Overlay.EMPTY, Overlay.EMPTY.with(List.of()));
    assertNull(Overlay.EMPTY.get(new byte[] {1}));
    assertNull(Overlay.EMPTY.get(new byte[0]));
  }

  @Test
  void whatNoEntryCanHoldIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Edit(new byte[0], null));
    assertThrows(IllegalArgumentException.class, () -> new Edit(new byte[1025], null));
    byte[] large = new byte[Edit.MAX_VALUE + 1];
    assertThrows(IllegalArgumentException.class, () -> new Edit(new byte[1], large));
  }

  private static void assertHolds(
      Choices choices, NavigableMap<byte[], Edit> model, Overlay overlay) throws Exception {
    assertTexts(Entries.texts(List.copyOf(model.values())), overlay.all());
    assertEquals(model.size(), overlay.entries());
    assertEquals(model.values().stream().mapToLong(Edit::length).sum(), overlay.bytes());
    for (int i = 0; i < 20; i++) {
      byte[] key = key(choices);
      assertSame(model.get(key), overlay.get(key));
    }
    byte[] from = key(choices);
    List<Edit> tail = List.copyOf(model.tailMap(from).values());
    assertTexts(Entries.texts(tail), overlay.from(from));
  }

  /** Since one before, that was said which it does not say, or says by another edit. */
  private static void assertSince(Overlay before, Overlay overlay) throws Exception {
    Set<Edit> said = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Edit edit : Entries.left(before.all())) {
      said.add(before.get(edit.key()));
    }
    List<Edit> expected = new ArrayList<>();
    for (Edit edit : Entries.left(overlay.all())) {
      if (!said.contains(overlay.get(edit.key()))) {
        expected.add(edit);
      }
    }
    assertTexts(Entries.texts(expected), overlay.since(before).all());
  }

  private static void assertTexts(List<String> expected, EntryCursor cursor) throws Exception {
    assertEquals(expected, Entries.texts(Entries.left(cursor)));
  }

  private static List<Edit> edits(Choices choices) {
    List<Edit> edits = new ArrayList<>();
    for (int left = choices.below(choices.pick(List.of(3, 30, 500))); left > 0; left--) {
      edits.add(new Edit(key(choices), choices.chance(30) ? null : choices.bytes(3)));
    }
    return Edit.inOrder(edits);
  }

  /** Keys shorter and longer than what is compared first, many of them alike. */
  private static byte[] key(Choices choices) {
    byte[] key = new byte[choices.between(1, 11)];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (i < 6 ? choices.pick(List.of(0, 0, 0, 255)) : choices.below(256));
    }
    return key;
  }
}
