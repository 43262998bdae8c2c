package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** A table of entries by id is a map of them. */
class LeafTableTest {
  @Test
  void itIsWhatAHashMapIs() {
    Property.seeded(9)
        .check(
            choices -> {
              Map<NodeId, Leaf> model = new HashMap<>();
              LeafTable table = new LeafTable();
              for (int left = choices.below(300); left > 0; left--) {
                NodeId id = new NodeId(choices.below(3), choices.below(60));
                if (choices.chance(40)) {
                  model.remove(id);
                  table.remove(id);
                } else {
                  Entry entry = new Entry(id, Name.of("x"), Place.NONE, BuiltNode.empty(Kind.GAP));
                  Leaf leaf = Leaf.of(true, entry);
                  model.put(id, leaf);
                  table.put(leaf);
                }
                NodeId asked = new NodeId(choices.below(3), choices.below(60));
                assertEquals(Optional.ofNullable(model.get(asked)), table.get(asked));
                assertEquals(model.containsKey(asked), table.has(asked));
              }
              model.forEach((id, leaf) -> assertEquals(Optional.of(leaf), table.get(id)));
            });
  }
}
