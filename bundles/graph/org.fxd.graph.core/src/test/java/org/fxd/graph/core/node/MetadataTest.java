package org.fxd.graph.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Metadata are a sorted map as any other, but for their size. */
class MetadataTest {
  @Test
  void theyAreWhatATreeMapIs() {
    Property.seeded(8)
        .check(
            choices -> {
              TreeMap<String, Value> model = new TreeMap<>();
              for (int left = choices.below(12); left > 0; left--) {
                model.put(choices.text(3), NodeGenerator.value(choices));
              }
              Metadata metadata = Metadata.of(model);
              assertEquals(model, metadata);
              assertEquals(metadata, model);
              assertEquals(model.hashCode(), metadata.hashCode());
              assertEquals(new ArrayList<>(model.entrySet()), new ArrayList<>(metadata.entrySet()));
              assertEquals(List.copyOf(model.keySet()), List.copyOf(metadata.keySet()));
              model.forEach((key, value) -> assertEquals(value, metadata.get(key)));
              String from = choices.text(2);
              String to = from + choices.text(2);
              assertEquals(model.get(from), metadata.get(from));
              assertEquals(model.containsKey(from), metadata.containsKey(from));
              assertEquals(model.headMap(from), metadata.headMap(from));
              assertEquals(model.tailMap(from), metadata.tailMap(from));
              assertEquals(model.subMap(from, to), metadata.subMap(from, to));
              if (!model.isEmpty()) {
                assertEquals(model.firstKey(), metadata.firstKey());
                assertEquals(model.lastKey(), metadata.lastKey());
              }
            });
  }

  @Test
  void theyCannotBeChanged() {
    TreeBuilder builder = new TreeBuilder(Kind.DATA);
    builder.metadata("a", Value.of(1));
    Map<String, Value> metadata = builder.build().metadata();
    assertThrows(UnsupportedOperationException.class, () -> metadata.put("b", Value.of(2)));
    assertThrows(UnsupportedOperationException.class, () -> metadata.remove("a"));
    assertThrows(UnsupportedOperationException.class, metadata::clear);
    builder.metadata("a", Value.of(2));
    assertEquals(Value.of(1), metadata.get("a"));
    assertNull(metadata.get("b"));
    assertThrows(NoSuchElementException.class, Metadata.NONE::firstKey);
    assertSame(Metadata.NONE, Metadata.of(new TreeMap<>()));
  }
}
