package org.fxd.store.sqlite;

import org.fxd.store.api.ObjectType;

/** The tables that hold frames. */
enum Table {
  /** Nodes and chunks. */
  NODES("nodes", 0),
  /** Blobs. */
  VALUES("\"values\"", 1),
  COMMITS("commits", 2),
  OPERATIONS("operations", 3);

  /** How large frames of small objects get, so that reading one of them reads little else. */
  private static final int SMALL_FRAME = 64 << 10;

  private static final int LARGE_FRAME = 256 << 10;

  private final String sql;
  private final int code;

  Table(String sql, int code) {
    this.sql = sql;
    this.code = code;
  }

  /** The number that stands for it in a {@link Place}. */
  int code() {
    return code;
  }

  /** The table of a number. */
  static Table ofCode(int code) throws DamagedException {
    for (Table table : values()) {
      if (table.code == code) {
        return table;
      }
    }
    throw new DamagedException("there is no table " + code);
  }

  /** The name as it stands in a statement. */
  String sql() {
    return sql;
  }

  /** How many bytes of objects an everyday frame gathers. */
  int frameSize() {
    return this == VALUES ? LARGE_FRAME : SMALL_FRAME;
  }

  /** Where objects of a type are. */
  static Table of(ObjectType type) {
    return switch (type) {
      case NODE, CHUNK -> NODES;
      case BLOB -> VALUES;
      case COMMIT -> COMMITS;
      case OPERATION -> OPERATIONS;
    };
  }
}
