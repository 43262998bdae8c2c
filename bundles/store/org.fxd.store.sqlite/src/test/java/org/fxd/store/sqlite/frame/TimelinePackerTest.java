package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** A history of trees is packed with hardly a hash in it, and comes back. */
class TimelinePackerTest {
  private static final int ENTRY = 50;

  private final List<PackedFrame> frames = new ArrayList<>();
  private final List<byte[]> objects = new ArrayList<>();

  @Test
  void aHistoryOfTreesComesBack() throws Exception {
    packHistory(PackSettings.NODES, 500);
    assertEquals(1, frames.size());
    assertAllAreThere();
    // The first tree, and of each commit the new leaf and a few bytes: two hashes would be 64.
    int size = frames.get(0).frame().data().length;
    assertTrue(size < 9 * 8 * ENTRY + 500 * (ENTRY + 10), "size " + size);
  }

  @Test
  void aHistoryMayTakeManyFrames() throws Exception {
    packHistory(new PackSettings(6 << 10, 1 << 20, 3), 300);
    assertTrue(frames.size() > 3, "frames " + frames.size());
    assertAllAreThere();
  }

  @Test
  void anyObjectsInAnyLineagesComeBack() {
    Property.seeded(31)
        .runs(100)
        .check(
            choices -> {
              frames.clear();
              objects.clear();
              TimelinePacker packer =
                  new TimelinePacker(new PackSettings(500, 4_000, 3), Runnable::run, frames::add);
              for (int left = choices.below(40); left > 0; left--) {
                byte[] object = choices.bytes(100);
                if (!objects.isEmpty()) {
                  object = Similar.to(choices.pick(objects), choices);
                  int at = choices.below(object.length + 1);
                  byte[] hash = Hash.ofContent(choices.pick(objects)).bytes();
                  object = Similar.replaced(object, at, at, hash);
                }
                packer.add(1, choices.below(4), objects.size(), Hash.ofContent(object), object);
                objects.add(object);
              }
              packer.finish();
              assertAllAreThere();
            });
  }

  /** A root over 8 folders of 8 leaves; a commit changes one leaf. */
  private void packHistory(PackSettings settings, int commits) throws Exception {
    TimelinePacker packer = new TimelinePacker(settings, Runnable::run, frames::add);
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
      put(folders[folder], random.nextInt(8), pack(packer, TimelinePacker.NO_LINEAGE, leaf));
      put(root, folder, pack(packer, 1 + folder, folders[folder]));
      pack(packer, 100, root);
    }
    packer.finish();
  }

  private static void put(byte[] node, int entry, Hash child) {
    child.copyTo(node, entry * ENTRY + 18);
  }

  private Hash pack(TimelinePacker packer, long lineage, byte[] object) throws Exception {
    Hash hash = Hash.ofContent(object);
    packer.add(1, lineage, objects.size(), hash, object);
    objects.add(object);
    return hash;
  }

  private void assertAllAreThere() throws DamagedException {
    int count = 0;
    for (PackedFrame packed : frames) {
      Frame frame = Frame.decode(Codec.unpack(packed.frame()));
      assertEquals(packed.keys().length, frame.count());
      for (int i = frame.count() - 1; i >= 0; i--) {
        assertEquals(count + i, packed.keys()[i], "in order");
        assertArrayEquals(objects.get(count + i), frame.bytes(i));
      }
      count += frame.count();
    }
    assertEquals(objects.size(), count);
  }
}
