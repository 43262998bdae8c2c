package org.fxd.source.core.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fxd.graph.api.Value;

/**
 * The value of a leaf: text where the bytes are valid UTF-8, else the bytes. Each leaf is judged by
 * itself, so one stray byte does not cost the whole file its text.
 */
public final class Leaf {
  private Leaf() {}

  /** The value that stands for a run of bytes. */
  public static Value of(byte[] bytes, int start, int end) {
    if (isAscii(bytes, start, end)) {
      return Value.of(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }
    try {
      return Value.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, start, end - start))
              .toString());
    } catch (CharacterCodingException e) {
      // Not UTF-8: an expected answer, not a failure.
      return Value.of(Arrays.copyOfRange(bytes, start, end));
    }
  }

  /** Writes the bytes that a value stands for; nothing for values that are neither. */
  public static void write(Value value, OutputStream out) throws IOException {
    if (value instanceof Value.Text text) {
      out.write(text.text().getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof Value.Bytes bytes) {
      out.write(bytes.bytes());
    } else if (value instanceof Value.OfBlob blob) {
      try (var in = blob.blob().open()) {
        in.transferTo(out);
      }
    }
  }

  private static boolean isAscii(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
