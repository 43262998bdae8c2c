/**
 * The SQLite database that a file of version 1 is: read as a stranger's, and written.
 *
 * <p>Nothing that stands in a file runs. It is opened as one that does not change, so nothing is
 * played back or locked; functions that its schema names are not trusted; and of its schema, plain
 * columns of plain tables are read and nothing else ({@link org.fxd.store.v1.file.Layout}). How
 * much is read is bounded by how large the file is ({@link org.fxd.store.v1.file.Allowance}).
 */
package org.fxd.store.v1.file;
