package org.fxd.store.api;

/** What a store says when asked for an object. */
public sealed interface Lookup {
  /**
   * It is here.
   *
   * @param bytes its canonical bytes, checked against the hash; not to be changed
   */
  // Never compared: it is an answer, and the hash that was asked for tells answers apart.
  @SuppressWarnings("ArrayRecordComponent")
  record Present(byte[] bytes) implements Lookup {}

  /** The store does not know it. */
  record Absent() implements Lookup {}

  /** The store knows of it, and another store that it was cloned from has it. */
  record Promised() implements Lookup {}

  /**
   * It should be here, but what is here is not it.
   *
   * @param reason what is wrong, and nothing else: a clause for a person, to stand behind a colon
   *     or before a full stop, such as {@code its content has the hash 3fa9…}. It begins small,
   *     ends without a full stop, and names neither the file nor the object: whoever shows it does,
   *     once
   */
  record Corrupt(String reason) implements Lookup {}
}
