package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** A history of trees is packed with hardly a hash in it, and comes back. */
class GraphPackerTest {
  private static final int ENTRY = 50;

  private final List<PackedFrame> frames = new ArrayList<>();
  private final List<Made> objects = new ArrayList<>();

  @Test
  void aHistoryOfTreesComesBack() throws DamagedException {
    makeHistory(500);
    pack(PackSettings.NODES);
    assertEquals(1, frames.size());
    assertAllAreThere();
    assertTrue(size() < 500 * (ENTRY + 10) + 9 * 8 * ENTRY, "size " + size());
  }

  @Test
  void itMayComeNewestFirstAndParentsFirst() throws DamagedException {
    makeHistory(500);
    Collections.reverse(objects);
    pack(PackSettings.NODES);
    assertAllAreThere();
    assertTrue(size() < 500 * (ENTRY + 14) + 9 * 8 * ENTRY, "size " + size());
  }

  @Test
  void aHistoryMayTakeManyFrames() throws DamagedException {
    makeHistory(300);
    pack(new PackSettings(6 << 10, 1 << 20, 3));
    assertTrue(frames.size() > 3, "frames " + frames.size());
    assertAllAreThere();
  }

  @Test
  void anyObjectsInAnyLineagesComeBack() {
    Property.seeded(31)
        .runs(150)
        .check(
            choices -> {
              frames.clear();
              objects.clear();
              for (int left = choices.below(40); left > 0; left--) {
                byte[] object = choices.bytes(100);
                if (!objects.isEmpty()) {
                  object = Similar.to(choices.pick(objects).bytes, choices);
                  int at = choices.below(object.length + 1);
                  byte[] hash = Hash.ofContent(choices.pick(objects).bytes).bytes();
                  object = Similar.replaced(object, at, at, hash);
                }
                objects.add(choices.below(objects.size() + 1), new Made(choices.below(4), object));
              }
              pack(new PackSettings(500, 4_000, 3));
              assertAllAreThere();
            });
  }

  @Test
  void moreThanMayWaitComesBack() throws DamagedException {
    for (int i = 0; i < 50; i++) {
      byte[] object = Samples.noise(i, 400_000).bytes();
      byte[] parent = Hash.ofContent(object).bytes();
      objects.add(new Made(1, parent));
      objects.add(new Made(2, object));
    }
    pack(PackSettings.NODES);
    assertAllAreThere();
  }

  /**
   * A root over 8 folders of 8 leaves; a commit changes one leaf. Of each commit the new leaf has
   * to be stored, and a few bytes: two hashes would be 64.
   */
  private void makeHistory(int commits) {
    Random random = new Random(3);
    byte[] root = new byte[8 * ENTRY];
    byte[][] folders = new byte[8][8 * ENTRY];
    random.nextBytes(root);
    for (byte[] folder : folders) {
      random.nextBytes(folder);
    }
    for (int i = 0; i < commits; i++) {
      int folder = random.nextInt(8);
      byte[] leaf = new byte[ENTRY];
      random.nextBytes(leaf);
      folders[folder] = folders[folder].clone();
      root = root.clone();
      put(folders[folder], random.nextInt(8), make(GraphPacker.NO_LINEAGE, leaf));
      put(root, folder, make(1 + folder, folders[folder]));
      make(100, root);
    }
  }

  private static void put(byte[] node, int entry, Hash child) {
    child.copyTo(node, entry * ENTRY + 18);
  }

  private Hash make(long lineage, byte[] object) {
    objects.add(new Made(lineage, object));
    return Hash.ofContent(object);
  }

  private void pack(PackSettings settings) {
    GraphPacker packer = new GraphPacker(settings, frames::add);
    for (int i = 0; i < objects.size(); i++) {
      byte[] object = objects.get(i).bytes;
      packer.add(1, objects.get(i).lineage, i, Hash.ofContent(object), object);
    }
    packer.finish();
  }

  private int size() {
    return frames.stream().mapToInt(packed -> packed.frame().data().length).sum();
  }

  private void assertAllAreThere() throws DamagedException {
    BitSet found = new BitSet();
    for (PackedFrame packed : frames) {
      Frame frame = Frame.decode(Codec.unpack(packed.frame()));
      assertEquals(packed.keys().length, frame.count());
      for (int i = frame.count() - 1; i >= 0; i--) {
        int key = (int) packed.keys()[i];
        assertArrayEquals(objects.get(key).bytes, frame.bytes(i));
        assertFalse(found.get(key), "once only");
        found.set(key);
      }
    }
    assertEquals(objects.size(), found.cardinality());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Made(long lineage, byte[] bytes) {}
}
