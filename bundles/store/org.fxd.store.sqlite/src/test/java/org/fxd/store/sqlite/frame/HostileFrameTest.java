package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.fxd.graph.api.Hash;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Choices;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** Whatever stands where a frame should stand: it is refused, or has objects of some bytes. */
class HostileFrameTest {
  private static final int RUNS = 4_000;

  private final DeltaEncoder encoder = new DeltaEncoder();

  @Test
  void aDamagedFrameIsRefusedOrRead() {
    Random random = new Random(5);
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      GraphOfObjects graph = GraphOfObjects.from(Choices.seeded(run));
      byte[] frame = damaged(graph.writeTo(new FrameWriter(), encoder), random);
      try {
        readAll(frame);
      } catch (DamagedException e) {
        refused++;
      }
    }
    assertTrue(refused > RUNS / 2, "refused " + refused);
    assertTrue(refused < RUNS, "some damage is not to be seen here");
  }

  @Test
  void anythingAtAllIsRefusedOrRead() {
    Random random = new Random(6);
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      byte[] frame = new byte[random.nextInt(60)];
      for (int i = 0; i < frame.length; i++) {
        frame[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : random.nextInt(12));
      }
      if (frame.length > 0) {
        frame[0] = FrameWriter.LAYOUT;
      }
      try {
        readAll(frame);
      } catch (DamagedException e) {
        refused++;
      }
    }
    assertTrue(refused > RUNS / 2, "refused " + refused);
  }

  @Test
  void aDamagedDeltaIsRefusedOrGivesTheLengthItHas() {
    Random random = new Random(7);
    byte[] base = Samples.lines(1, 2_000).bytes();
    int refused = 0;
    for (int run = 0; run < RUNS; run++) {
      byte[] target = Similar.to(base, Choices.seeded(run));
      Delta delta = encoder.encode(base, target);
      Delta damaged =
          new Delta(damaged(delta.operations(), random), delta.literals(), delta.length());
      byte[] other = random.nextBoolean() ? base : Arrays.copyOf(base, random.nextInt(2_000));
      try {
        assertEquals(delta.length(), damaged.apply(other).length);
      } catch (DamagedException e) {
        refused++;
      }
    }
    assertTrue(refused > RUNS / 2, "refused " + refused);
  }

  /** Each object is twice the one before: the last would have 2⁶⁰ bytes. */
  @Test
  void whatDoublesAndDoublesIsStopped() throws DamagedException {
    FrameWriter writer = new FrameWriter();
    writer.add(0, new byte[] {1});
    for (int i = 0; i < 60; i++) {
      // Nothing inserted, all copied; the same again, from as far back as it is long.
      ByteBuilder operations = new ByteBuilder();
      operations.number(0);
      operations.number(0);
      operations.signed(0);
      operations.number(0);
      operations.number(0);
      operations.signed(-(1 << Math.min(i, 29)));
      writer.add(0, i, new Delta(operations.toBytes(), new byte[0], 0));
    }
    Frame frame = Frame.decode(writer.finish());
    assertEquals(1 << 26, frame.length(26));
    assertEquals(1 << 24, frame.bytes(24).length);
    assertThrows(DamagedException.class, () -> frame.length(27));
    assertThrows(DamagedException.class, () -> frame.bytes(27));
    assertThrows(DamagedException.class, () -> frame.bytes(60));
  }

  /** One small object has the hashes of 40 large ones. */
  @Test
  void theWorkForOneObjectIsBounded() throws DamagedException {
    FrameWriter writer = new FrameWriter();
    byte[] large = new byte[1 << 16];
    writer.add(0, large);
    byte[] hashes = new byte[40 * Hash.LENGTH];
    for (int i = 0; i < 40; i++) {
      byte[] other = large.clone();
      other[0] = (byte) (i + 1);
      Hash hash = Hash.ofContent(other);
      writer.add(0, hash, 0, encoder.encode(large, other));
      hash.copyTo(hashes, i * Hash.LENGTH);
    }
    writer.add(0, Hash.ofContent(hashes), hashes);
    byte[] frame = writer.finish();
    assertArrayEquals(hashes, Frame.decode(frame).bytes(41));
    Frame limited = Frame.decode(frame, new FrameLimits(1 << 20, 1 << 20, 64, 39 << 16));
    assertThrows(DamagedException.class, () -> limited.bytes(41));
    assertEquals(1 << 16, limited.bytes(40).length);
  }

  @Test
  void numbersThatAreTooLargeAreRefused() {
    byte[][] frames = {
      {},
      {2, 0},
      {1},
      {1, 1},
      {1, 1, 0},
      {1, 1, 0, 1},
      {1, 1, 0, 0, 0},
      {1, 1, 6, 0},
      {1, 1, 16, 0},
      {1, 1, 32, 0},
      {1, -1, -1, 3, 0, 0, 0, 0},
      {1, -1, -1, -1, -1, 7, 0, 0},
      {1, -1, -1, -1, -1, 15, 0, 0},
      {1, -1, -1, -1, -1, -1, 0, 0},
      {1, 1, 0, -1, -1, -1, -1, 7, 0},
      {1, 1, 8, 1, 0, 0},
      {1, 2, 0, 8, 2, 0, 0, 0, 0},
      {1, 2, 0, 8, 1, 0, -1, -1, -1, -1, 7, -1, -1, -1, -1, 7, 0},
    };
    for (byte[] frame : frames) {
      assertThrows(DamagedException.class, () -> Frame.decode(frame), Arrays.toString(frame));
    }
  }

  @Test
  void operationsThatLeadNowhereAreRefused() throws DamagedException {
    byte[][] operations = {
      {24, 1},
      {24, 1, 0},
      {24, 1, 2},
      {24, 3, 1},
      {24, 0, 5, 0},
      {24, 0, 4, 2},
      {24, 0, 0, 10},
      {24, 0, 0, 1},
      {8, 0, 5, 0},
      {8, 1},
      {8, 0, 0, 1},
      {8, -1, -1, -1, -1, 7},
      {24, 0, -1, -1, -1, -1, 7, 0},
      {8, 0, 2, 0, 0, 3, 0},
    };
    for (byte[] bytes : operations) {
      // The type of the second object, then what makes it of the first, which has four bytes.
      ByteBuilder frame = new ByteBuilder();
      frame.append(new byte[] {1, 2, 0, bytes[0], 1, 4, (byte) (bytes.length - 1), 0});
      frame.append(bytes, 1, bytes.length - 1);
      frame.append(new byte[4]);
      Frame read = Frame.decode(frame.copy());
      assertEquals(4, read.bytes(0).length);
      assertThrows(DamagedException.class, () -> read.bytes(1), Arrays.toString(bytes));
    }
  }

  @Test
  void theLimitsAreTheCallersToo() throws DamagedException {
    FrameWriter writer = new FrameWriter();
    byte[] object = new byte[100];
    writer.add(0, object);
    writer.add(0, 0, encoder.encode(object, object));
    writer.add(0, 1, encoder.encode(object, object));
    byte[] frame = writer.finish();
    int size = frame.length;
    assertEquals(100, Frame.decode(frame, new FrameLimits(size, 100, 2, 300)).bytes(2).length);
    refused(frame, new FrameLimits(size - 1, 100, 2, 300));
    refused(frame, new FrameLimits(size, 99, 2, 300));
    refused(frame, new FrameLimits(size, 100, 1, 300));
    refused(frame, new FrameLimits(size, 100, 2, 99));
  }

  private static void refused(byte[] frame, FrameLimits limits) {
    assertThrows(DamagedException.class, () -> Frame.decode(frame, limits).bytes(2), limits + "");
  }

  private static void readAll(byte[] bytes) throws DamagedException {
    Frame frame = Frame.decode(bytes);
    DamagedException failure = null;
    for (int i = 0; i < frame.count(); i++) {
      assertTrue(frame.type(i) <= FrameType.LAST, "type");
      try {
        assertEquals(frame.length(i), frame.bytes(i).length);
      } catch (DamagedException e) {
        // One bad object does not hide the others.
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Some bits turned, some bytes high or low, some cut off, some put in. */
  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] damaged = bytes.clone();
    for (int changes = random.nextInt(4); changes >= 0 && damaged.length > 0; changes--) {
      int at = random.nextInt(damaged.length);
      switch (random.nextInt(5)) {
        case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> damaged[at] = (byte) random.nextInt(256);
        case 2 -> damaged[at] = (byte) (random.nextBoolean() ? 0xff : 0x7f);
        case 3 -> damaged = Arrays.copyOf(damaged, at);
        default -> {
          byte[] longer = Arrays.copyOf(damaged, damaged.length + 1);
          System.arraycopy(damaged, at, longer, at + 1, damaged.length - at);
          damaged = longer;
        }
      }
    }
    return damaged;
  }
}
