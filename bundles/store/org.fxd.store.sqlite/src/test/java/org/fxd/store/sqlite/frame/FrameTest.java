package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
import org.fxd.testkit.store.Samples;
import org.junit.jupiter.api.Test;

/** What is put into a frame is what comes out of it, whichever way it was put in. */
class FrameTest {
  private final FrameWriter writer = new FrameWriter();
  private final DeltaEncoder encoder = new DeltaEncoder();

  @Test
  void anEmptyFrameIsOne() throws DamagedException {
    Frame frame = Frame.decode(writer.finish());
    assertEquals(0, frame.count());
    assertThrows(DamagedException.class, () -> frame.bytes(0));
    assertThrows(DamagedException.class, () -> frame.type(-1));
    assertThrows(DamagedException.class, () -> frame.length(1));
  }

  @Test
  void aFrameIsWrittenAsItsDescriptionSays() {
    writer.add(ObjectType.BLOB.code(), text("abcdefgh"));
    writer.add(FrameType.CUT_BLOB, text("x"));
    writer.add(ObjectType.BLOB.code(), 0, encoder.encode(text("abcdefgh"), text("abXdefgh")));
    byte[] expected = {
      1, 3, 0, 5, 8, 2, 8, 1, 6, 1, 0, 2, 0, 1, 0, 2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'x',
      'X'
    };
    assertEquals(expected.length, writer.size());
    assertEquals(17, writer.contentSize());
    assertArrayEquals(expected, writer.finish());
    assertTrue(writer.isEmpty(), "the writer begins anew");
  }

  @Test
  void aHashOfAnotherObjectIsNotStored() throws DamagedException {
    byte[] child = text("a child");
    byte[] parent = Similar.replaced(text("namenext"), 4, 4, Hash.ofContent(child).bytes());
    writer.add(ObjectType.NODE.code(), Hash.ofContent(child), child);
    writer.add(ObjectType.NODE.code(), Hash.ofContent(parent), parent);
    byte[] expected = {
      1, 2, 1, 25, 0, 7, 3, 8, 9, 1, 8, 'a', ' ', 'c', 'h', 'i', 'l', 'd', 'n', 'a', 'm', 'e', 'n',
      'e', 'x', 't'
    };
    byte[] bytes = writer.finish();
    assertArrayEquals(expected, bytes);
    Frame frame = Frame.decode(bytes);
    assertEquals(40, frame.length(1));
    assertArrayEquals(parent, frame.bytes(1));
  }

  @Test
  void whatWasFinishedIsNotReferredTo() throws DamagedException {
    byte[] child = text("a child");
    writer.add(1, Hash.ofContent(child), child);
    writer.finish();
    writer.add(1, Hash.ofContent(child), Hash.ofContent(child).bytes());
    assertEquals(1 + 1 + 2 + 32, writer.size());
    assertArrayEquals(Hash.ofContent(child).bytes(), Frame.decode(writer.finish()).bytes(0));
  }

  @Test
  void aLongLineOfReferencesIsFollowed() throws DamagedException {
    byte[] object = text("the first");
    for (int i = 0; i < 20_000; i++) {
      Hash hash = Hash.ofContent(object);
      writer.add(3, hash, object);
      object = Similar.replaced(text("commit " + i), 0, 0, hash.bytes());
    }
    writer.add(3, Hash.ofContent(object), object);
    byte[] bytes = writer.finish();
    assertTrue(bytes.length < 20_000 * 20, "without hashes: " + bytes.length);
    assertArrayEquals(object, Frame.decode(bytes).bytes(20_000));
  }

  /** Such an object is made another way than most. */
  @Test
  void anObjectMayHaveAnyNumberOfParts() throws DamagedException {
    byte[] first = Samples.noise(1, 200_000).bytes();
    byte[] second = first.clone();
    byte[] child = text("a child");
    byte[] hash = Hash.ofContent(child).bytes();
    for (int at = 0; at < second.length - 32; at += 60) {
      System.arraycopy(hash, 0, second, at, at % 7 == 0 ? 1 : 32);
    }
    byte[] third = second.clone();
    for (int at = 40; at < third.length; at += 100) {
      third[at]++;
    }
    writer.add(1, Hash.ofContent(child), child);
    writer.add(1, Hash.ofContent(first), first);
    writer.add(1, Hash.ofContent(second), 1, encoder.encode(first, second));
    writer.add(1, Hash.ofContent(third), 2, encoder.encode(second, third));
    Frame frame = Frame.decode(writer.finish());
    assertArrayEquals(third, frame.bytes(3));
    assertArrayEquals(second, frame.bytes(2));
  }

  @Test
  void anyObjectsAsAnyDeltasComeBack() {
    Property.seeded(41)
        .runs(1_000)
        .check(
            choices -> {
              GraphOfObjects graph = GraphOfObjects.from(choices);
              byte[] bytes = graph.writeTo(writer, encoder);
              Frame frame = Frame.decode(bytes);
              assertEquals(graph.objects().size(), frame.count());
              for (int i : graph.orderOfReading()) {
                byte[] object = graph.objects().get(i);
                assertEquals(graph.type(i), frame.type(i));
                assertEquals(graph.base(i), frame.base(i));
                assertEquals(object.length, frame.length(i));
                assertArrayEquals(object, frame.bytes(i));
              }
            });
  }

  @Test
  void chainsMayBeAsDeepAsTheLimitAndNoDeeper() throws DamagedException {
    byte[] object = text("what is deep");
    writer.add(0, object);
    for (int i = 0; i < 65; i++) {
      writer.add(0, i, encoder.encode(object, object));
    }
    Frame frame = Frame.decode(writer.finish());
    assertArrayEquals(object, frame.bytes(64));
    DamagedException failure = assertThrows(DamagedException.class, () -> frame.bytes(65));
    assertTrue(failure.getMessage().contains("64 deltas"), failure.getMessage());
    assertThrows(DamagedException.class, () -> frame.length(65));
  }

  @Test
  void aFrameTakesSoManyObjectsAndNoMore() throws DamagedException {
    for (int i = 0; i < FrameLimits.OBJECTS; i++) {
      writer.add(0, text(Integer.toString(i)));
    }
    assertThrows(IllegalStateException.class, () -> writer.add(0, new byte[0]));
    Frame frame = Frame.decode(writer.finish());
    assertEquals(FrameLimits.OBJECTS, frame.count());
    assertArrayEquals(text("65534"), frame.bytes(65_534));
  }

  @Test
  void whatIsNoTypeOrNoBaseIsRefused() {
    Delta delta = encoder.encode(text("a"), text("b"));
    assertThrows(IllegalArgumentException.class, () -> writer.add(6, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> writer.add(-1, new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> writer.add(0, 0, delta));
    assertThrows(IllegalArgumentException.class, () -> writer.add(0, -1, delta));
    writer.add(0, text("a"));
    assertThrows(IllegalArgumentException.class, () -> writer.add(0, 1, delta));
    assertThrows(IllegalArgumentException.class, () -> writer.add(6, 0, delta));
    assertEquals(1, writer.add(0, 0, delta));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
