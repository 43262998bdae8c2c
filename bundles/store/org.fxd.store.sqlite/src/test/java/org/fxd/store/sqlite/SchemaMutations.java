package org.fxd.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.sqlite.SQLiteDataSource;

/** Files whose schema is another: what could run, and what leads SQLite to other pages. */
final class SchemaMutations {
  private static final List<String> TABLES =
      List.of("metadata", "refs", "transactions", "nodes", "values", "commits", "operations");

  private static final List<String> NAMES =
      List.of("refs", "nodes", "runs", "blocks", "sqlite_autoindex_blocks_1", "pieces", "metadata");

  private static final List<String> ADDITIONS =
      List.of(
          "CREATE TRIGGER t AFTER INSERT ON T BEGIN DELETE FROM T; END",
          "CREATE TRIGGER t BEFORE DELETE ON T BEGIN SELECT load_extension('x'); END",
          "CREATE VIEW v AS SELECT * FROM T",
          "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n",
          "CREATE INDEX i ON T (abs(1))",
          "CREATE INDEX i ON nodes (length(data))",
          "CREATE UNIQUE INDEX i ON nodes (size) WHERE size > 0",
          "ALTER TABLE nodes ADD COLUMN more TEXT",
          "ALTER TABLE nodes ADD COLUMN more INTEGER AS (abs(size)) VIRTUAL",
          "ALTER TABLE refs RENAME COLUMN hash TO trash",
          "ALTER TABLE T RENAME TO other",
          "CREATE TABLE more (x INTEGER PRIMARY KEY AUTOINCREMENT)",
          "CREATE VIRTUAL TABLE f USING fts5 (x)",
          "CREATE VIRTUAL TABLE r USING rtree (id, a, b)",
          "DROP TABLE T",
          "ANALYZE",
          "PRAGMA user_version=0",
          "PRAGMA user_version=1",
          "PRAGMA user_version=3",
          "PRAGMA user_version=-1",
          "PRAGMA application_id=0",
          "PRAGMA application_id=7",
          "PRAGMA schema_version=99999");

  /** With {@code writable_schema}; N stands for the name of something in the schema. */
  private static final List<String> TRICKS =
      List.of(
          "UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'N'",
          "UPDATE sqlite_schema SET sql = replace(sql, 'CREATE', 'create') WHERE name = 'N'",
          "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'N'",
          "UPDATE sqlite_schema SET sql = NULL WHERE name = 'N'",
          "UPDATE sqlite_schema SET sql = 'CREATE VIEW N AS SELECT 1' WHERE name = 'N'",
          "UPDATE sqlite_schema SET name = 'n' || name WHERE name = 'N'",
          "UPDATE sqlite_schema SET name = printf('%.5000000c', 'x') WHERE name = 'N'",
          "UPDATE sqlite_schema SET tbl_name = printf('%.5000000c', 'x') WHERE name = 'N'",
          "UPDATE sqlite_schema SET type = printf('%.5000000c', 'x') WHERE name = 'N'",
          "UPDATE sqlite_schema SET type = 'view' WHERE name = 'N'",
          "UPDATE sqlite_schema SET type = 'trigger' WHERE name = 'N'",
          "UPDATE sqlite_schema SET type = NULL, tbl_name = NULL WHERE name = 'N'",
          "UPDATE sqlite_schema SET rootpage = R WHERE name = 'N'",
          "UPDATE sqlite_schema SET rootpage = R WHERE name = 'N'",
          "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'M')"
              + " WHERE name = 'N'",
          "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'M')"
              + " WHERE name = 'N'",
          "DELETE FROM sqlite_schema WHERE name = 'N'",
          "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = 'N'",
          "INSERT INTO sqlite_schema VALUES ('table', 'N', 'N', R, 'CREATE TABLE N(x)')",
          "INSERT INTO sqlite_schema VALUES" + " ('index', 'sqlite_autoindex_N_1', 'N', R, NULL)",
          "INSERT INTO sqlite_schema VALUES ('trigger', 't', 'refs', 0,"
              + " 'CREATE TRIGGER t AFTER INSERT ON refs BEGIN DELETE FROM refs; END')",
          "INSERT INTO sqlite_schema VALUES ('table', 'f', 'f', 0,"
              + " 'CREATE VIRTUAL TABLE f USING nonesuch(x)')",
          "INSERT INTO sqlite_schema VALUES (NULL, NULL, NULL, NULL, NULL)",
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)"
              + " INSERT INTO sqlite_schema SELECT 'table', 't' || i, 't' || i, R,"
              + " 'CREATE TABLE t' || i || '(x)' FROM n");

  private SchemaMutations() {}

  /** Changes the schema of a file; gives how. */
  static String on(Path file, Random random) throws SQLException {
    boolean isTrick = random.nextBoolean();
    String sql = one(isTrick ? TRICKS : ADDITIONS, random);
    sql = isTrick ? trick(sql, random) : sql.replaceAll("\\bT\\b", '"' + one(TABLES, random) + '"');
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      if (isTrick) {
        statement.execute("PRAGMA writable_schema=ON");
      }
      statement.execute(sql);
    } catch (SQLException e) {
      return sql + ", which SQLite refuses"; // The file is as it was, and is tried all the same.
    }
    return sql;
  }

  private static String trick(String sql, Random random) {
    return sql.replaceAll("\\bN\\b", one(NAMES, random))
        .replaceAll("\\bM\\b", one(NAMES, random))
        .replaceAll("_N_", "_" + one(TABLES, random) + "_")
        .replaceAll("\\bR\\b", one(List.of("-1", "0", "1", "2", "3", "7", "1000000"), random));
  }

  private static String one(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
