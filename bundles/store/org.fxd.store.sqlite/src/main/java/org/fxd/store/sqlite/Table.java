package org.fxd.store.sqlite;

import java.util.Collections;
import org.fxd.store.api.ObjectType;

/** The tables that hold objects, the one that is asked most first. */
enum Table {
  NODES("nodes"),
  VALUES("\"values\""),
  COMMITS("commits"),
  OPERATIONS("operations");

  /** How many hashes {@link #selectMany} asks for. */
  static final int MANY = 32;

  private final String sql;
  private final String selectOne;
  private final String selectMany;

  Table(String sql) {
    this.sql = sql;
    this.selectOne = select(sql, 1);
    this.selectMany = select(sql, Table.MANY);
  }

  /** The name as it stands in a statement. */
  String sql() {
    return sql;
  }

  /** Asks for the row of one hash. */
  String selectOne() {
    return selectOne;
  }

  /** Asks for the rows of {@link #MANY} hashes. */
  String selectMany() {
    return selectMany;
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

  private static String select(String table, int hashes) {
    return "SELECT id, hash, codec, size, data FROM "
        + table
        + " WHERE hash IN ("
        + String.join(", ", Collections.nCopies(hashes, "?"))
        + ")";
  }
}
