package org.fxd.source.api;

/** The metadata of file and snippet nodes. */
public final class FileMeta {
  /** Of a file: the SHA-256 of its rendered bytes, as 32 bytes. */
  public static final String CONTENT = "content";

  /** Of a file: its size in bytes, a number. */
  public static final String SIZE = "size";

  /** Of a file: true if it may be executed; absent otherwise. */
  public static final String EXECUTABLE = "executable";

  /** Of a scanned file: the language it was scanned as, such as {@code java}. */
  public static final String LANGUAGE = "lang";

  /** Of a snippet: what it is in its language, such as {@code class}, {@code method}. */
  public static final String TYPE = "type";

  /**
   * The {@link #TYPE} of a part of a plain text, which no scanner knows more of; its name is made
   * of its first words, and nobody gave it.
   */
  public static final String BLOCK = "block";

  private FileMeta() {}
}
