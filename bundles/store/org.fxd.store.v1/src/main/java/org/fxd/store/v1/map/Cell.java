package org.fxd.store.v1.map;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Value;

/** What one column of one row holds: nothing, text, or bytes that should be text and are not. */
public final class Cell {
  /** Nothing. */
  public static final Cell NULL = new Cell(null, null);

  private final String text;
  private final byte[] bytes;

  private Cell(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** Holds a text. */
  public static Cell of(String text) {
    return text == null ? NULL : new Cell(text, null);
  }

  /** Holds bytes as a database gives them; null for nothing. Not copied. */
  public static Cell of(byte[] bytes) {
    if (bytes == null) {
      return NULL;
    }
    try {
      return new Cell(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), null);
    } catch (CharacterCodingException e) {
      return new Cell(null, bytes);
    }
  }

  /** Whether it holds nothing. */
  public boolean isNull() {
    return text == null && bytes == null;
  }

  /** The text, if it holds one. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** What it holds, as text by any means; empty for nothing. */
  public String shown() {
    return text != null ? text : bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }

  /** What it holds, as bytes; none for nothing. */
  public byte[] bytes() {
    return text != null
        ? text.getBytes(StandardCharsets.UTF_8)
        : bytes == null ? new byte[0] : bytes.clone();
  }

  /** A text that no cell of other content has. */
  public String identity() {
    return text != null ? text : bytes == null ? "\0" : "\0" + HexFormat.of().formatHex(bytes);
  }

  /** All of it as a value: text where it can be, and a blob where it is too long. */
  public Value whole() {
    if (isNull()) {
      return Value.NULL;
    }
    byte[] all = bytes();
    if (all.length > Limits.VALUE) {
      return Value.of(Blob.of(all));
    }
    return text != null ? Value.of(text) : Value.of(all);
  }

  /** The cell whose {@link #whole()} a value is; empty if it is that of none. */
  public static Optional<Cell> ofWhole(Value value) {
    if (value instanceof Value.Null) {
      return Optional.of(NULL);
    }
    if (value instanceof Value.Text known) {
      return Optional.of(of(known.text()));
    }
    if (value instanceof Value.Bytes known) {
      return Optional.of(of(known.bytes()));
    }
    return value.asBlob().map(blob -> of(blob.bytes()));
  }

  @Override
  public String toString() {
    return isNull() ? "NULL" : shown();
  }
}
