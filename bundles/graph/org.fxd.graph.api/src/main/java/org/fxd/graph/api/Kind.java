package org.fxd.graph.api;

import java.util.regex.Pattern;

/**
 * What sort of thing a node is. The kind decides how entries are ordered.
 *
 * <p>Kinds are open: a plugin may use its own. A kind's name is a lower-case letter followed by at
 * most 63 lower-case letters, digits, dots and hyphens. Kinds that hold named things, as folders
 * do, are sorted by name; all others keep their entries in the order of their {@link Place}s.
 *
 * @param name the name, unique among kinds
 */
public record Kind(String name) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,63}");

  /** No kind: only of a node that does not exist. */
  public static final Kind NONE = new Kind("none");

  /** The root of a project, with its versioned children {@code code}, {@code views} and so on. */
  public static final Kind ROOT = new Kind("root");

  /** A folder: entries sorted by name, each name once. */
  public static final Kind FOLDER = new Kind("folder");

  /** A file, either raw (its value is a blob) or scanned (its entries are its text). */
  public static final Kind FILE = new Kind("file");

  /** A symbolic link; its value is the target. Never followed. */
  public static final Kind SYMLINK = new Kind("symlink");

  /** A commit of another repository at this path (a Git submodule); its value is that id. */
  public static final Kind GITLINK = new Kind("gitlink");

  /** A piece of code with an identity: a type, a member, a section. */
  public static final Kind SNIPPET = new Kind("snippet");

  /** The text of a file or a container before its first snippet. */
  public static final Kind HEAD = new Kind("head");

  /** The text between or after snippets. */
  public static final Kind GAP = new Kind("gap");

  /** A value of any sort with a name, and perhaps others below it, in an order of their own. */
  public static final Kind DATA = new Kind("data");

  /** A map of names to object references; the form in which refs are kept. */
  public static final Kind REFS = new Kind("refs");

  /** One reference; its value is a link or the name of another reference. */
  public static final Kind REF = new Kind("ref");

  /**
   * An annotated tag: its value is a link to a commit, its metadata are what was said with it.
   *
   * @since 1.3
   */
  public static final Kind TAG = new Kind("tag");

  /** The whole state of a project at one operation. */
  public static final Kind STATE = new Kind("state");

  /**
   * A kind by name.
   *
   * @throws IllegalArgumentException if the name does not have the form above
   */
  public Kind {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("Not the name of a kind: '" + name + "'");
    }
  }

  /**
   * Whether entries are ordered by {@link Name}, each name at most once; otherwise by {@link
   * Place}, and names may repeat. A function of the kind alone, so that every store and every
   * machine agrees.
   */
  public boolean sortedByName() {
    return equals(ROOT) || equals(FOLDER) || equals(REFS) || equals(STATE);
  }

  @Override
  public String toString() {
    return name;
  }
}
