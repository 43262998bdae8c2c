package org.fxd.store.sqlite.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.fxd.store.api.ObjectType;
import org.fxd.store.sqlite.DamagedException;
import org.fxd.testkit.Property;
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
      1, 3, 0, 5, 8, 4, 8, 1, 6, 1, 0, 2, 0, 1, 0, 2, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'x',
      'X'
    };
    assertEquals(expected.length, writer.size());
    assertEquals(17, writer.contentSize());
    assertArrayEquals(expected, writer.finish());
    assertTrue(writer.isEmpty(), "the writer begins anew");
  }

  @Test
  void anyObjectsAsAnyDeltasComeBack() {
    Property.seeded(41)
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
  void aCircleIsNoticed() throws DamagedException {
    byte[] object = text("round and round");
    writer.add(0, 1, encoder.encode(object, object));
    writer.add(0, 2, encoder.encode(object, object));
    writer.add(0, 0, encoder.encode(object, object));
    Frame frame = Frame.decode(writer.finish());
    for (int i = 0; i < 3; i++) {
      int number = i;
      assertThrows(DamagedException.class, () -> frame.bytes(number));
      assertThrows(DamagedException.class, () -> frame.length(number));
    }
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
    assertThrows(IllegalArgumentException.class, () -> writer.add(0, 65_535, delta));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
