package org.fxd.store.v1.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.fxd.graph.api.Hash;
import org.fxd.graph.api.NodeId;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class ShortIdsTest {
  @Test
  void idsMadeHereComeBack() {
    Property.seeded(1)
        .check(
            choices -> {
              NodeId id = new NodeId(choices.number(), choices.number());
              String text = ShortIds.of(id);
              assertTrue(ShortIds.isMade(text) && text.length() == 28, text);
              assertEquals(id, ShortIds.read(Cell.of(text)));
            });
    assertEquals(new NodeId(-1, -1), ShortIds.read(Cell.of(ShortIds.of(new NodeId(-1, -1)))));
  }

  @Test
  void othersFollowFromTheText() {
    assertEquals(
        NodeId.derived(Hash.ofContent(new byte[] {'v', '1', ':', 'a', 'b'})),
        ShortIds.read(Cell.of("ab")));
    // More than any id is.
    assertNotEquals(new NodeId(-1, -1), ShortIds.read(Cell.of("fxd" + "z".repeat(25))));
  }
}
