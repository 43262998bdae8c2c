package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.Codec;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** What is packed comes back, each under its key, from frames of the size that was asked for. */
class LineagePackerTest {
  private static final PackSettings SMALL = new PackSettings(4 << 10, 64 << 10, 3);

  private final List<PackedFrame> frames = new ArrayList<>();

  @Test
  void anyLineagesComeBack() {
    Property.seeded(21)
        .runs(100)
        .check(
            choices -> {
              frames.clear();
              List<byte[]> packed = new ArrayList<>();
              LineagePacker packer = new LineagePacker(SMALL, frames::add);
              for (int lineages = choices.below(6); lineages > 0; lineages--) {
                List<byte[]> versions = new ArrayList<>();
                byte[] version = Samples.lines(choices.below(5), choices.below(3_000)).bytes();
                for (int count = choices.below(30); count > 0; count--) {
                  versions.add(version);
                  version = Similar.to(version, choices);
                }
                packer.add(new Versioned(packed.size(), versions));
                packed.addAll(versions);
              }
              packer.finish();
              assertAllAreThere(packed);
            });
  }

  @Test
  void aLongLineageIsReadInShortChains() throws DamagedException {
    List<byte[]> versions = edits(Samples.lines(1, 5_000).bytes(), 2_000);
    LineagePacker packer = new LineagePacker(PackSettings.BLOBS, frames::add);
    packer.add(new Versioned(0, versions));
    packer.finish();
    assertAllAreThere(versions);
    assertEquals(1, frames.size());
    Frame frame = Frame.decode(Codec.unpack(frames.get(0).frame()));
    for (int i = 0; i < frame.count(); i++) {
      assertTrue(frame.chain(i).length <= 50, "chain of " + frame.chain(i).length);
    }
    assertTrue(frames.get(0).frame().data().length < 2_000 * 12, "size");
  }

  @Test
  void framesKeepToTheirSettings() throws DamagedException {
    List<byte[]> versions = edits(Samples.lines(1, 1_500).bytes(), 300);
    versions.add(Samples.noise(2, 100_000).bytes());
    versions.addAll(edits(Samples.noise(3, 900).bytes(), 30));
    LineagePacker packer = new LineagePacker(SMALL, frames::add);
    packer.add(new Versioned(0, versions));
    packer.finish();
    assertAllAreThere(versions);
    assertTrue(frames.size() > 5, "frames " + frames.size());
    for (PackedFrame packed : frames) {
      Frame frame = Frame.decode(Codec.unpack(packed.frame()));
      long content = 0;
      for (int i = 0; i < frame.count(); i++) {
        content += frame.length(i);
      }
      boolean small = packed.frame().size() <= 6_000 && content <= SMALL.content();
      assertTrue(frame.count() == 1 || small, frame.count() + " objects, " + content);
    }
  }

  /** A large object with many small edits is not stored whole again and again. */
  @Test
  void theVersionsOfALargeObjectShareAFrame() throws DamagedException {
    byte[] large = Samples.noise(1, 300_000).bytes();
    List<byte[]> versions = edits(large, 50);
    LineagePacker packer = new LineagePacker(PackSettings.BLOBS, frames::add);
    packer.add(new Versioned(0, versions));
    packer.finish();
    assertAllAreThere(versions);
    assertEquals(1, frames.size());
  }

  @Test
  void aLineageLikeTheOneBeforeIsADelta() throws DamagedException {
    byte[] noise = Samples.noise(1, 20_000).bytes();
    LineagePacker packer = new LineagePacker(PackSettings.BLOBS, frames::add);
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      byte[] copy = noise.clone();
      copy[i * 1_000]++;
      all.add(copy);
      packer.add(new Versioned(i, List.of(copy)));
    }
    packer.finish();
    assertAllAreThere(all);
    assertTrue(frames.get(0).frame().data().length < 21_000, "size");
  }

  /** Where compression does nothing, a delta is worth it that saves a quarter. */
  @Test
  void whatDoesNotGetSmallerIsADeltaSooner() throws DamagedException {
    byte[] first = Samples.noise(1, 20_000).bytes();
    byte[] second = Samples.noise(2, 20_000).bytes();
    System.arraycopy(first, 10_000, second, 2_000, 5_000);
    LineagePacker packer = new LineagePacker(PackSettings.BLOBS, frames::add);
    packer.add(new Versioned(0, List.of(first)));
    packer.add(new Versioned(1, List.of(second)));
    packer.finish();
    assertAllAreThere(List.of(first, second));
    assertTrue(frames.get(0).frame().data().length < 35_100, "size");
  }

  @Test
  void threadsChangeNothing() throws DamagedException {
    List<byte[]> versions = edits(Samples.lines(1, 3_000).bytes(), 500);
    LineagePacker alone = new LineagePacker(SMALL, frames::add);
    alone.add(new Versioned(0, versions));
    alone.finish();
    List<PackedFrame> others = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      LineagePacker packer = new LineagePacker(SMALL, threads, others::add);
      packer.add(new Versioned(0, versions));
      packer.finish();
    } finally {
      threads.shutdown();
    }
    assertEquals(frames.size(), others.size());
    for (int i = 0; i < others.size(); i++) {
      assertArrayEquals(frames.get(i).frame().data(), others.get(i).frame().data());
      assertArrayEquals(frames.get(i).keys(), others.get(i).keys());
    }
  }

  @Test
  void whatGoesWrongInASinkIsPassedOn() {
    IllegalStateException failure = new IllegalStateException("disk full");
    LineagePacker packer =
        new LineagePacker(
            SMALL,
            frame -> {
              throw failure;
            });
    packer.add(new Versioned(0, List.of(new byte[10])));
    assertSame(failure, assertThrows(IllegalStateException.class, packer::finish));
  }

  private void assertAllAreThere(List<byte[]> objects) throws DamagedException {
    List<Hash> found = new ArrayList<>();
    for (PackedFrame packed : frames) {
      Frame frame = Frame.decode(Codec.unpack(packed.frame()));
      assertEquals(packed.keys().length, frame.count());
      for (int i = 0; i < frame.count(); i++) {
        assertEquals(found.size(), packed.keys()[i], "in order");
        assertArrayEquals(objects.get(found.size()), frame.bytes(i));
        found.add(Hash.ofContent(frame.bytes(i)));
      }
    }
    assertEquals(objects.size(), found.size());
  }

  private static List<byte[]> edits(byte[] first, int count) {
    Random random = new Random(4);
    List<byte[]> versions = new ArrayList<>();
    byte[] version = first;
    for (int i = 0; i < count; i++) {
      versions.add(version);
      version = version.clone();
      version[random.nextInt(version.length)] = (byte) ('a' + random.nextInt(26));
    }
    return versions;
  }

  private record Versioned(long first, List<byte[]> versions) implements Lineage {
    @Override
    public int type() {
      return 0;
    }

    @Override
    public int size() {
      return versions.size();
    }

    @Override
    public long key(int version) {
      return first + version;
    }

    @Override
    public byte[] version(int version) {
      return versions.get(version);
    }
  }
}
