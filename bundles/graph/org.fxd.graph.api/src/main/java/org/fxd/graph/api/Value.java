package org.fxd.graph.api;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A typed value: of a node, or of one of its metadata.
 *
 * <p>Types are kept as they are: the text "42" stays a text.
 */
// Always written Value.Number; None holds no state, so it does not matter who loads first.
@SuppressWarnings({"JavaLangClash", "ClassInitializationDeadlock"})
public sealed interface Value {
  /** No value. */
  Value NONE = new None();

  /** The type of {@link Value#NONE}. */
  record None() implements Value {
    @Override
    public String toString() {
      return "";
    }
  }

  /** The value null, as in JSON: there is a value, and it is this. */
  Value NULL = new Null();

  /** The type of {@link Value#NULL}. */
  record Null() implements Value {
    @Override
    public String toString() {
      return "null";
    }
  }

  /** Unicode text. Must not hold unpaired surrogates: those have no UTF-8 form. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return text;
    }
  }

  /** A number of any size; equal when compareTo says so: trailing zeros are removed. */
  record Number(BigDecimal number) implements Value {
    public Number {
      number = number.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  /** True or false. */
  record Bool(boolean bool) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(bool);
    }
  }

  /** A short run of bytes, kept inside the node. Long ones belong in a {@link OfBlob}. */
  final class Bytes implements Value {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return HexFormat.of().formatHex(bytes);
    }
  }

  /**
   * A JSON array or object, as text. Values that are to be equal when the documents are come from
   * {@link Nodes#json}, which writes them in one canonical form.
   */
  record Json(String json) implements Value {
    @Override
    public String toString() {
      return json;
    }
  }

  /** A reference to another node of the same root, by identity. It may dangle. */
  record Reference(NodeId id) implements Value {
    @Override
    public String toString() {
      return id.toString();
    }
  }

  /** A reference to an object outside the tree, such as a commit. Garbage collection follows it. */
  record Link(Hash hash) implements Value {
    @Override
    public String toString() {
      return hash.toString();
    }
  }

  /** Content kept outside the node, by its hash. */
  record OfBlob(Blob blob) implements Value {
    @Override
    public boolean equals(Object other) {
      return other instanceof OfBlob that && blob.hash().equals(that.blob.hash());
    }

    @Override
    public int hashCode() {
      return blob.hash().hashCode();
    }

    @Override
    public String toString() {
      return blob.hash().toString();
    }
  }

  /** A text value. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A number value. */
  static Value of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  /** A truth value. */
  static Value of(boolean bool) {
    return new Bool(bool);
  }

  /** A value of a few bytes, copied. */
  static Value of(byte[] bytes) {
    return new Bytes(bytes.clone());
  }

  /** A link to an object. */
  static Value of(Hash hash) {
    return new Link(hash);
  }

  /** A value kept as a blob. */
  static Value of(Blob blob) {
    return new OfBlob(blob);
  }

  /** The text, if this is a text. */
  default Optional<String> asText() {
    return this instanceof Text text ? Optional.of(text.text()) : Optional.empty();
  }

  /** The number, if this is one. */
  default Optional<BigDecimal> asNumber() {
    return this instanceof Number number ? Optional.of(number.number()) : Optional.empty();
  }

  /** The id that is referred to, if this is a reference. */
  default Optional<NodeId> asReference() {
    return this instanceof Reference reference ? Optional.of(reference.id()) : Optional.empty();
  }

  /** The blob, if this is one. */
  default Optional<Blob> asBlob() {
    return this instanceof OfBlob blob ? Optional.of(blob.blob()) : Optional.empty();
  }

  /** The linked hash, if this is a link. */
  default Optional<Hash> asLink() {
    return this instanceof Link link ? Optional.of(link.hash()) : Optional.empty();
  }
}
