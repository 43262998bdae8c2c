package org.fxd.store.v1.file;

import java.nio.file.Path;
import java.sql.SQLException;
import org.fxd.graph.api.error.StoreException;
import org.sqlite.SQLiteErrorCode;

/** Why a file is not read, or not written. */
final class Refusal {
  private static final String UNTOUCHED = "It was left as it is.";

  private Refusal() {}

  /** It is no file of this format. */
  static StoreException notVersionOne(Path file, String why) {
    return new StoreException(
        "Cannot open " + file + " as a project of version 1: " + why,
        UNTOUCHED + " Give the path of a .fxd file.");
  }

  /** It is one, and something about it cannot be. */
  static StoreException damaged(Path file, String what, Throwable cause) {
    return new StoreException(
        "Cannot read " + file + ": it is damaged (" + what + ")",
        UNTOUCHED + " Go back to a copy of it, if there is one.",
        cause);
  }

  /** The medium fails, or it may not be read. */
  static StoreException unreadable(Path file, Exception cause) {
    return new StoreException("Cannot read " + file + ": " + cause.getMessage(), UNTOUCHED, cause);
  }

  /** It could not be written. */
  static StoreException unwritable(Path file, Exception cause) {
    if (cause instanceof SQLException sql
        && (sql.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_FULL.code) {
      return new StoreException(
          "Cannot write " + file + ": the disk or a quota is full",
          "Nothing was written. Make room and try again.",
          cause);
    }
    return new StoreException(
        "Cannot write " + file + ": " + cause.getMessage(),
        "Nothing was written. Look whether there is room, and whether you may write there.",
        cause);
  }
}
