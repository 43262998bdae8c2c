package org.fxd.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Listens in on connections that write. In earnest nobody does. A test counts the steps by which a
 * file changes, looks at the disk before each, ends the program there, or lets one of them fail.
 */
@FunctionalInterface
interface Tap {
  /** Nobody listens. */
  Tap NONE = connection -> connection;

  /** The connection to be used in the place of one that was just opened to write. */
  Connection on(Connection connection) throws SQLException;
}
