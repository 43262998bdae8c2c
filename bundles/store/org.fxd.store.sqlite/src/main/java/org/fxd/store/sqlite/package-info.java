/**
 * The {@code .fxd} file: a store in one SQLite database.
 *
 * <p>{@link org.fxd.store.sqlite.SqliteStoreProvider} opens and creates files. It asks, in this
 * order: is there a file of our own ({@link org.fxd.store.sqlite.Header}), is it free ({@link
 * org.fxd.store.sqlite.Guard}), is its schema ours to the letter ({@link
 * org.fxd.store.sqlite.Schema}). Only then is there a {@link org.fxd.store.sqlite.SqliteStore}:
 * many {@link org.fxd.store.sqlite.Reader}s, which never wait for the one {@link
 * org.fxd.store.sqlite.Writer}. Objects go through a {@link org.fxd.store.sqlite.Codec} on their
 * way in and out, and what comes out is checked against its hash, because the file may have been
 * changed by anyone. The format is described to the byte in {@code docs/format/fxd-2.md}.
 */
package org.fxd.store.sqlite;
