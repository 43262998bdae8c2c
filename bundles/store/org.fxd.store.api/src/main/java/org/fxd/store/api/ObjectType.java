package org.fxd.store.api;

/**
 * The sorts of objects. The code is the first byte of every object's canonical encoding, except a
 * blob's, which is its bare content.
 */
public enum ObjectType {
  /** A node of the graph. */
  NODE(1),
  /** A part of a wide node's entries. */
  CHUNK(2),
  /** A commit. */
  COMMIT(3),
  /** An entry of the operation log. */
  OPERATION(4),
  /** The content of a file or of a large value. */
  BLOB(0);

  private final byte code;

  ObjectType(int code) {
    this.code = (byte) code;
  }

  /** The first byte of the encoding. */
  public byte code() {
    return code;
  }

  /**
   * The type that an encoded object (no blob) says it is.
   *
   * @throws IllegalArgumentException if the first byte is no code
   */
  public static ObjectType of(byte[] encoded) {
    if (encoded.length > 0) {
      for (ObjectType type : values()) {
        if (type != BLOB && type.code == encoded[0]) {
          return type;
        }
      }
    }
    throw new IllegalArgumentException("These bytes are no object");
  }
}
