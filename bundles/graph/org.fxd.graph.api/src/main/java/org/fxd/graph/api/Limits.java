package org.fxd.graph.api;

/**
 * What a graph may hold. Whoever goes beyond gets an error that names the limit, and nothing
 * changes. How many entries a node may have is not limited; a node with a million works as one with
 * ten does.
 */
public final class Limits {
  /** The longest name, in bytes. */
  public static final int NAME = Name.MAX_LENGTH;

  /** How deep a tree may be: the longest way from the root to a node, in steps. */
  public static final int DEPTH = 1024;

  /**
   * The largest value or metadatum kept within a node, in bytes of its UTF-8 form; a {@link Blob}
   * of any size counts as little.
   */
  public static final int VALUE = 16 * 1024 * 1024;

  /** The longest key of a metadatum, in bytes. */
  public static final int KEY = 1024;

  /** The longest field of an operation, in bytes of its UTF-8 form. */
  public static final int FIELD = 4096;

  /** How many fields an operation may have. */
  public static final int FIELDS = 64;

  /** How many metadata a node may have. */
  public static final int METADATA = 10_000;

  /** How deep arrays and objects of a JSON value may be nested. */
  public static final int JSON_DEPTH = 256;

  private Limits() {}
}
