package org.fxd.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.StoreException;
import org.fxd.store.api.DamagedContentException;
import org.fxd.store.api.DamagedStoreException;
import org.sqlite.SQLiteErrorCode;

/** SQLite's result codes in words for a person: which file, what, why, and what to do. */
final class Faults {
  private static final String UNTOUCHED = "What was saved before is unharmed. ";

  private final Path file;

  Faults(Path file) {
    this.file = file;
  }

  /** The file. */
  Path file() {
    return file;
  }

  /**
   * A failure to do something with the file.
   *
   * @param doing for "Cannot … x.fxd", such as {@code read} or {@code write to}
   */
  StoreException of(String doing, SQLException cause) {
    String start = "Cannot " + doing + " " + file + ": ";
    return switch (cause.getErrorCode() & 0xff) {
      case 13 ->
          new StoreException(
              start + "the disk or a quota is full", UNTOUCHED + "Make room and try again.", cause);
      case 10 ->
          new StoreException(
              start + "the disk or the system reports an error (" + brief(cause) + ")",
              UNTOUCHED + "See that the disk is there, healthy and not full, and try again.",
              cause);
      case 8 ->
          new StoreException(
              start + "the file or its folder is read-only",
              "Copy the file to a folder that you may write to, and open the copy.",
              cause);
      case 11, 26 ->
          new StoreException(
              start + "the file is damaged (" + brief(cause) + ")",
              "Keep a copy of the file as it is, and go back to a backup.",
              cause);
      case 5, 6 ->
          new StoreException(
              start + "another program has locked it",
              "Close the program that looks into the file (such as a SQLite browser).",
              cause);
      case 3, 14, 23 ->
          new StoreException(
              start + "the system does not let it be opened (" + brief(cause) + ")",
              "See that you may read and write the file and its folder.",
              cause);
      case 7 ->
          new StoreException(
              start + "there is not enough memory",
              UNTOUCHED + "Close what needs much of it, and try again.",
              cause);
      case 18 ->
          new StoreException(
              start + "something in it is larger than FXD ever writes",
              "The file is damaged or was not written by FXD; go back to a backup.",
              cause);
      case 9 ->
          new StoreException(
              start + "it is damaged, or holds more than any project does: reading it has no end",
              "It was not written by FXD like that; go back to a backup.",
              cause);
      default -> new StoreException(start + brief(cause), UNTOUCHED + "Try again.", cause);
    };
  }

  /** A failure of the system to do something with the file or another beside it. */
  StoreException of(String doing, IOException cause) {
    return new StoreException(
        "Cannot " + doing + " " + file + ": " + cause.getMessage(),
        "See that there is room, and that you may read and write the file and its folder.",
        cause);
  }

  /** Something that is read. */
  @FunctionalInterface
  interface Reading<T> {
    T read() throws SQLException, DamagedException;
  }

  /**
   * Reads something; where SQLite finds its own structure damaged, that is damage like any other.
   */
  static <T> T reading(Reading<T> reading) throws SQLException, DamagedException {
    try {
      return reading.read();
    } catch (SQLException e) {
      int code = e.getErrorCode() & 0xff;
      if (code == SQLiteErrorCode.SQLITE_CORRUPT.code
          || code == SQLiteErrorCode.SQLITE_NOTADB.code
          || code == SQLiteErrorCode.SQLITE_TOOBIG.code) {
        throw new DamagedException("what SQLite reads is damaged (" + brief(e) + ")");
      }
      throw e;
    }
  }

  /** Something that is looked at. */
  @FunctionalInterface
  interface Look {
    void look() throws SQLException, DamagedException;
  }

  /** As {@link #reading}, for what gives nothing. */
  static void looking(Look look) throws SQLException, DamagedException {
    reading(
        () -> {
          look.look();
          return null;
        });
  }

  /** The file holds what FXD never writes. */
  StoreException damaged(String reason) {
    return new StoreException(
        "Cannot use " + file + ": the file is damaged or not FXD's: " + reason,
        "It was left as it is. Go back to a backup.");
  }

  /** The content of a blob is damaged. */
  DamagedContentException damaged(Hash blob, String reason, Throwable cause) {
    return new DamagedContentException(blob, Optional.of(file), reason, cause);
  }

  /**
   * Something is damaged that every opening needs.
   *
   * @param readable whether what was before can be read
   */
  DamagedStoreException unsound(String reason, boolean readable) {
    return new DamagedStoreException(
        "Cannot open " + file + ": it is damaged: " + reason,
        (readable ? "Opened only to be read, it shows the state before that. " : "")
            + "fxd:fsck --salvage "
            + Quoting.quote(file)
            + " makes a sound project of all that is whole in it, and keeps this one beside it.",
        readable);
  }

  /** The database could not be opened for want of SQLite's native library. */
  static FxdException noLibrary(Throwable cause) {
    return new StoreException(
        "Cannot load the native library of SQLite (" + cause.getMessage() + ")",
        "Set the property org.sqlite.tmpdir to a folder that may be written to and whose files"
            + " may be executed.",
        cause);
  }

  /** The first line, without the driver's code in brackets before it. */
  private static String brief(SQLException cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason");
    return message.startsWith("[") && message.contains("] ")
        ? message.substring(message.indexOf("] ") + 2)
        : message;
  }
}
