package org.fxd.store.sqlite;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables that files of format 2 had before its first release: a row for each object. Such files
 * are known by these texts, and migrated.
 */
final class DraftSchema {
  /** The table that came late: not all of those files have it. */
  static final String INDEX = "index_entries";

  private static final SortedMap<String, String> TABLES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "metadata",
                  """
                  CREATE TABLE metadata (
                    -- What concerns the file as a whole. Small, read by people, never hashed.
                    key TEXT PRIMARY KEY,
                    value TEXT NOT NULL
                  ) STRICT, WITHOUT ROWID"""),
              Map.entry(
                  "refs",
                  """
                  CREATE TABLE refs (
                    -- What moves: a name and the hash it stands for now. All else in the file only grows.
                    name TEXT PRIMARY KEY,
                    hash BLOB NOT NULL
                  ) STRICT, WITHOUT ROWID"""),
              Map.entry(
                  "nodes",
                  """
                  CREATE TABLE nodes (
                    -- Nodes of the graph and chunks of wide ones. Their own table, since they are many and
                    -- small and a walk reads nothing else. In the order written, which is the order read.
                    id INTEGER PRIMARY KEY,
                    hash BLOB NOT NULL UNIQUE, -- SHA-256 of the content: equal subtrees are stored once
                    type INTEGER NOT NULL, -- 1 node, 2 chunk
                    codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                    size INTEGER NOT NULL, -- of the content, so that a reader knows how much room to make
                    data BLOB NOT NULL
                  ) STRICT"""),
              Map.entry(
                  "values",
                  """
                  CREATE TABLE "values" (
                    -- Contents of files and large values (blobs): bare bytes, away from the nodes that
                    -- name them, so that walking the graph does not touch them.
                    id INTEGER PRIMARY KEY,
                    hash BLOB NOT NULL UNIQUE, -- SHA-256 of the content: equal contents are stored once
                    codec INTEGER NOT NULL, -- 0 raw, 1 deflate, 2 zstd
                    size INTEGER NOT NULL, -- of the content
                    data BLOB -- NULL: the content stands in pieces
                  ) STRICT"""),
              Map.entry(
                  "pieces",
                  """
                  CREATE TABLE pieces (
                    -- The content of a value over 1048576 bytes, cut after every 1048576th byte, so that
                    -- nobody needs to hold all of it.
                    value INTEGER NOT NULL, -- values.id
                    number INTEGER NOT NULL, -- from 0
                    codec INTEGER NOT NULL,
                    size INTEGER NOT NULL,
                    data BLOB NOT NULL,
                    UNIQUE (value, number)
                  ) STRICT"""),
              Map.entry(
                  "commits",
                  """
                  CREATE TABLE commits (
                    -- Commits, apart from the nodes: a log reads these and nothing else.
                    id INTEGER PRIMARY KEY,
                    hash BLOB NOT NULL UNIQUE,
                    codec INTEGER NOT NULL,
                    size INTEGER NOT NULL,
                    data BLOB NOT NULL
                  ) STRICT"""),
              Map.entry(
                  "operations",
                  """
                  CREATE TABLE operations (
                    -- The operation log: one row for every transaction, the newest last. What undo needs.
                    id INTEGER PRIMARY KEY,
                    hash BLOB NOT NULL UNIQUE,
                    codec INTEGER NOT NULL,
                    size INTEGER NOT NULL,
                    data BLOB NOT NULL
                  ) STRICT"""),
              Map.entry(
                  INDEX,
                  """
                  CREATE TABLE index_entries (
                    -- What things are found by: derived data, sorted by key, which can be made again
                    -- from the objects if it is lost.
                    key BLOB PRIMARY KEY, -- 1 to 1024 bytes
                    value BLOB NOT NULL
                  ) STRICT, WITHOUT ROWID""")));

  private DraftSchema() {}

  /** The statements, by the tables that they make. */
  static SortedMap<String, String> tables() {
    return new TreeMap<>(TABLES);
  }
}
