package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.junit.jupiter.api.Test;

class LineagesTest {
  @Test
  void chainsHaveWhatWasPutIntoThemInTheirOrder() {
    ObjectTable objects = new ObjectTable();
    Lineages lineages = new Lineages(objects);
    Map<String, List<Hash>> expected = new LinkedHashMap<>();
    Random random = new Random(4);
    for (int i = 0; i < 50_000; i++) {
      Hash hash = Hash.ofContent(ByteBuffer.allocate(4).putInt(i).array());
      ObjectType type = random.nextBoolean() ? ObjectType.NODE : ObjectType.BLOB;
      long high = random.nextInt(100);
      long low = random.nextInt(100);
      lineages.add(type, high, low, 0, objects.add(hash));
      String chain = type + " " + high + " " + low;
      expected.computeIfAbsent(chain, key -> new ArrayList<>()).add(hash);
    }
    List<List<Hash>> found = new ArrayList<>();
    List<ObjectType> types = new ArrayList<>();
    lineages.forEach(
        (type, versions) -> {
          found.add(List.copyOf(versions));
          types.add(type);
        });
    assertEquals(new ArrayList<>(expected.values()), found);
    assertEquals(
        expected.keySet().stream().map(chain -> chain.split(" ")[0]).toList(),
        types.stream().map(ObjectType::name).toList());
  }

  @Test
  void chainsOfOneNameAreToldTogether() {
    ObjectTable objects = new ObjectTable();
    Lineages lineages = new Lineages(objects);
    int[] names = {7, 0, 8, 7, 0, 8, 7, 7};
    int[] things = {1, 2, 3, 4, 5, 3, 1, 6};
    List<Hash> hashes = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      hashes.add(Hash.ofContent(new byte[] {(byte) i}));
      lineages.add(ObjectType.BLOB, 0, things[i], names[i], objects.add(hashes.get(i)));
    }
    List<List<Integer>> found = new ArrayList<>();
    lineages.forEach(
        (type, versions) -> found.add(versions.stream().map(hashes::indexOf).toList()));
    assertEquals(
        List.of(List.of(0, 6), List.of(3), List.of(7), List.of(1), List.of(2, 5), List.of(4)),
        found);
  }
}
