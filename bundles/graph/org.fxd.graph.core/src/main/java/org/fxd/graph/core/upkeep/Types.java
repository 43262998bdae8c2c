package org.fxd.graph.core.upkeep;

import org.fxd.store.api.ObjectType;

/** Types of objects as numbers, and sets of them as bits. */
final class Types {
  private static final ObjectType[] BY_CODE = new ObjectType[8];

  static {
    for (ObjectType type : ObjectType.values()) {
      BY_CODE[type.code()] = type;
    }
  }

  private Types() {}

  /** The type with a code. */
  static ObjectType of(int code) {
    return BY_CODE[code];
  }

  /** A type as one of eight bits. */
  static int bit(ObjectType type) {
    return 1 << type.code();
  }

  /** What a person calls an object of a type. */
  static String word(ObjectType type) {
    return switch (type) {
      case NODE -> "node";
      case CHUNK -> "part of a wide node";
      case COMMIT -> "commit";
      case OPERATION -> "operation";
      case BLOB -> "content";
    };
  }
}
