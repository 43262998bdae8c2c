package org.fxd.store.sqlite;

import org.fxd.store.api.ObjectType;

/** The tables that hold frames. Their order is part of the format: it stands in every place. */
enum Table {
  /** Nodes and chunks. */
  NODES("nodes"),
  /** Blobs. */
  VALUES("\"values\""),
  COMMITS("commits"),
  OPERATIONS("operations");

  /** How large frames of small objects get, so that reading one of them reads little else. */
  private static final int SMALL_FRAME = 64 << 10;

  private static final int LARGE_FRAME = 256 << 10;

  private final String sql;

  Table(String sql) {
    this.sql = sql;
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
