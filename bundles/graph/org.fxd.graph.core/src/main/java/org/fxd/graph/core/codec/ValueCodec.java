package org.fxd.graph.core.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;

/** The bytes of a value: one for its type, then what the type needs. */
public final class ValueCodec {
  /** The most bytes of a number's digits, and the most places its point may be moved by. */
  static final int MAX_NUMBER = 4096;

  private static final int NONE = 0;
  private static final int TEXT = 1;
  private static final int NUMBER = 2;
  private static final int FALSE = 3;
  private static final int TRUE = 4;
  private static final int BYTES = 5;
  private static final int JSON = 6;
  private static final int REFERENCE = 7;
  private static final int LINK = 8;
  private static final int BLOB = 9;
  private static final int NULL = 10;

  private ValueCodec() {}

  /**
   * Makes sure that a value has an encoding, and is not too large for a node.
   *
   * @throws IllegalArgumentException if it has none, or is larger than {@link Limits#VALUE}
   */
  public static void check(Value value) {
    if (value instanceof Value.Text text) {
      checkText(text.text());
      checkSize(sizeOf(text.text()));
    } else if (value instanceof Value.Json json) {
      checkText(json.json());
      checkSize(sizeOf(json.json()));
    } else if (value instanceof Value.Bytes bytes) {
      checkSize(bytes.bytes().length);
    } else if (value instanceof Value.Number number) {
      checkNumber(number.number());
    }
  }

  /**
   * Makes sure that a text has a UTF-8 form.
   *
   * @throws IllegalArgumentException if it holds an unpaired surrogate
   */
  public static void checkText(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("A text with an unpaired surrogate has no UTF-8 form");
    }
  }

  private static void checkSize(long size) {
    if (size > Limits.VALUE) {
      throw new IllegalArgumentException(
          "A value within a node has at most "
              + Limits.VALUE
              + " bytes, not "
              + size
              + "; what is larger belongs in a blob");
    }
  }

  /** The bytes of a text's UTF-8 form. */
  private static long sizeOf(String text) {
    if (text.length() <= Limits.VALUE / 3) {
      return text.length();
    }
    long size = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair stands for two of its four bytes.
      size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return size;
  }

  private static void checkNumber(BigDecimal number) {
    if (Math.abs((long) number.scale()) > MAX_NUMBER
        || number.unscaledValue().bitLength() / 8 + 1 > MAX_NUMBER) {
      throw new IllegalArgumentException(
          "a number has more than " + MAX_NUMBER + " digits before or after its point");
    }
  }

  /** Writes a value. */
  public static void write(ByteWriter out, Value value) {
    if (value instanceof Value.Text text) {
      out.octet(TEXT).text(text.text());
    } else if (value instanceof Value.Number number) {
      long scale = number.number().scale();
      out.octet(NUMBER)
          .varint(scale << 1 ^ scale >> 63)
          .block(number.number().unscaledValue().toByteArray());
    } else if (value instanceof Value.Bool bool) {
      out.octet(bool.bool() ? TRUE : FALSE);
    } else if (value instanceof Value.Bytes bytes) {
      out.octet(BYTES).block(bytes.bytes());
    } else if (value instanceof Value.Json json) {
      out.octet(JSON).text(json.json());
    } else if (value instanceof Value.Reference reference) {
      out.octet(REFERENCE).id(reference.id());
    } else if (value instanceof Value.Link link) {
      out.octet(LINK).hash(link.hash());
    } else if (value instanceof Value.OfBlob blob) {
      out.octet(BLOB).hash(blob.blob().hash()).varint(blob.blob().size());
    } else if (value instanceof Value.Null) {
      out.octet(NULL);
    } else {
      out.octet(NONE);
    }
  }

  /**
   * Reads a value.
   *
   * @param blobs makes a blob of a hash and a size
   */
  public static Value read(ByteReader in, BiFunction<Hash, Long, Blob> blobs) {
    int type = in.octet();
    return switch (type) {
      case NONE -> Value.NONE;
      case TEXT -> new Value.Text(in.text(Limits.VALUE));
      case NUMBER -> number(in);
      case FALSE -> new Value.Bool(false);
      case TRUE -> new Value.Bool(true);
      case BYTES -> Value.of(in.block(Limits.VALUE));
      case JSON -> new Value.Json(in.text(Limits.VALUE));
      case REFERENCE -> new Value.Reference(in.id());
      case LINK -> new Value.Link(in.hash());
      case NULL -> Value.NULL;
      case BLOB -> {
        Hash hash = in.hash();
        yield new Value.OfBlob(blobs.apply(hash, in.varint()));
      }
      default -> throw new IllegalArgumentException("there is no type of values " + type);
    };
  }

  private static Value number(ByteReader in) {
    long folded = in.varint();
    long scale = folded >>> 1 ^ -(folded & 1);
    byte[] digits = in.block();
    if (digits.length == 0 || digits.length > MAX_NUMBER || Math.abs(scale) > MAX_NUMBER) {
      throw new IllegalArgumentException("a number has no digits, or too many");
    }
    BigInteger unscaled = new BigInteger(digits);
    BigDecimal number = new BigDecimal(unscaled, (int) scale);
    if (unscaled.bitLength() / 8 + 1 != digits.length
        || number.stripTrailingZeros().scale() != number.scale()) {
      throw new IllegalArgumentException("a number is not in its shortest form");
    }
    return new Value.Number(number);
  }
}
