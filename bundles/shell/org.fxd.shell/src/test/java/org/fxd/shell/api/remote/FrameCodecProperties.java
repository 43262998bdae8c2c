package org.fxd.shell.api.remote;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Frames come back as they were sent; whatever else comes is refused. */
class FrameCodecProperties {
  private static Frame frame(Choices choices) {
    int stream = choices.below(2);
    return switch (choices.below(15)) {
      case 0 -> new Frame.Hello(1, choices.text(9), Optional.of(caller(choices)));
      case 1 -> new Frame.Run(choices.text(50));
      case 2 -> new Frame.Script(choices.text(9), stream);
      case 3 -> new Frame.Cancel();
      case 4 -> new Frame.Input(stream, choices.bytes(50));
      case 5 ->
          new Frame.InputFailed(
              stream, choices.pick(List.of(Frame.Trouble.values())), choices.text(9));
      case 6 -> new Frame.Flushed(stream, choices.text(9));
      case 7 -> new Frame.Broken(stream, choices.text(9));
      case 8 -> new Frame.Welcome(choices.below(99), choices.text(9));
      case 9 ->
          new Frame.Refused(
              choices.below(99), choices.text(9), choices.pick(List.of(Frame.Refusal.values())));
      case 10 -> new Frame.Output(stream, choices.bytes(50));
      case 11 -> new Frame.Want(stream, 1 + choices.below(99));
      case 12 -> new Frame.Flush(stream);
      case 13 -> new Frame.Hello(2 + choices.below(99), choices.text(9), Optional.empty());
      default -> new Frame.Done(choices.below(256), choices.chance(50));
    };
  }

  private static Caller caller(Choices choices) {
    return new Caller(
        Path.of("/p", choices.text(9).replace('\0', '_')),
        Path.of("/d e", "f%20#?"),
        choices.chance(50),
        choices.chance(50),
        choices.chance(50),
        choices.below(20_000),
        choices.text(9),
        choices.chance(50) ? Optional.of(choices.text(9)) : Optional.empty(),
        choices.chance(50) ? Optional.of(choices.text(9)) : Optional.empty());
  }

  private static void assertSame(Frame expected, Frame actual) {
    if (expected instanceof Frame.Input input) {
      assertArrayEquals(input.bytes(), ((Frame.Input) actual).bytes());
    } else if (expected instanceof Frame.Output output) {
      assertArrayEquals(output.bytes(), ((Frame.Output) actual).bytes());
    } else {
      assertEquals(expected, actual);
    }
  }

  @Test
  void whatIsEncodedIsDecoded() {
    Property.seeded(1)
        .runs(500)
        .check(
            choices -> {
              Frame frame = frame(choices);
              assertSame(frame, FrameCodec.decode(FrameCodec.encode(frame)));
            });
  }

  @Test
  void aFrameThatIsCutIsRefused() {
    Property.seeded(2)
        .check(
            choices -> {
              byte[] whole = FrameCodec.encode(frame(choices));
              byte[] cut = Arrays.copyOf(whole, choices.below(whole.length));
              if (cut.length > 0 && whole[0] != 1) {
                assertThrows(ProtocolException.class, () -> FrameCodec.decode(cut));
              } else {
                decode(cut); // Of a hello of another protocol, a part is known.
              }
              byte[] more = Arrays.copyOf(whole, whole.length + 1);
              if (whole[0] != 1) {
                assertThrows(ProtocolException.class, () -> FrameCodec.decode(more));
              }
            });
  }

  @Test
  void whateverComesIsAFrameOrRefused() {
    Property.seeded(3).runs(2000).check(choices -> decode(choices.bytes(60)));
    Property.seeded(4)
        .runs(2000)
        .check(
            choices -> {
              byte[] bytes = FrameCodec.encode(frame(choices));
              for (int left = 1 + choices.below(4); left > 0; left--) {
                bytes[choices.below(bytes.length)] = (byte) choices.below(256);
              }
              decode(bytes);
            });
  }

  /** Any other failure than these would be a defect. */
  private static void decode(byte[] bytes) {
    try {
      FrameCodec.decode(bytes);
    } catch (IOException refused) {
      assertEquals(ProtocolException.class, refused.getClass());
    }
  }

  @Test
  void noRoomIsMadeForWhatIsOnlyClaimed() {
    byte[] claim = ByteBuffer.allocate(6).put((byte) 5).put((byte) 0).putInt(1 << 30).array();
    assertThrows(ProtocolException.class, () -> FrameCodec.decode(claim));
    for (int length : new int[] {0, -1, Frame.MAX_BYTES + 1, Integer.MAX_VALUE}) {
      Wire wire = new Wire(new Fed(ByteBuffer.allocate(8).putInt(length).array()));
      assertThrows(ProtocolException.class, wire::read, String.valueOf(length));
    }
  }

  @Test
  void whatIsTooLargeIsNotSent() {
    Fed channel = new Fed(new byte[0]);
    Frame frame = new Frame.Run("x".repeat(Frame.MAX_BYTES));
    assertThrows(ProtocolException.class, () -> new Wire(channel).write(frame));
    assertEquals(0, channel.written);
  }
}
