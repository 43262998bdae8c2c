package org.fxd.git.jgit.carrier;

/** The octets that a record is made of. */
final class Codes {
  static final int VERSION = 1;

  /** A node that is what it was before. */
  static final int KNOWN = 0;

  /** A node that is told whole. */
  static final int WHOLE = 1;

  /** A node that is told by what differs from before. */
  static final int CHANGED = 2;

  /** A scanned file: the Git id of its text, then one of the forms above. */
  static final int FILE = 3;

  /** Added to {@link #KNOWN} and {@link #CHANGED}: what it was stood somewhere else. */
  static final int MOVED = 16;

  static final int NONE = 0;
  static final int TEXT = 1;
  static final int NUMBER = 2;
  static final int FALSE = 3;
  static final int TRUE = 4;
  static final int BYTES = 5;
  static final int JSON = 6;
  static final int REFERENCE = 7;
  static final int LINK = 8;
  static final int BLOB = 9;
  static final int NULL = 10;

  /** A text that stands in the file. */
  static final int TEXT_OF_FILE = 11;

  /** Bytes that stand in the file. */
  static final int BYTES_OF_FILE = 12;

  /** The value is what it was before. */
  static final int AS_BEFORE = 13;

  private Codes() {}
}
