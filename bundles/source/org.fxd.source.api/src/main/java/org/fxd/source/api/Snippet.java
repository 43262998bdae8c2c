package org.fxd.source.api;

import org.fxd.graph.api.Entry;

/**
 * A snippet as it stands in its file.
 *
 * @param file the file's path
 * @param entry the snippet's entry: id, name and node
 * @param qualifiedName the names from the outermost snippet to this one, with dots between
 * @param ordinal 1 for the first snippet of that qualified name in its file, 2 for the second, …
 * @param type what it is in its language, such as {@code method}
 * @param language the file's language
 * @param depth 0 for a snippet directly in the file, 1 for one in that, …
 * @param firstLine the line in which it begins, from 1
 * @param lastLine the line in which it ends; a final line break belongs to the line before
 */
public record Snippet(
    FilePath file,
    Entry entry,
    String qualifiedName,
    int ordinal,
    String type,
    String language,
    int depth,
    int firstLine,
    int lastLine) {
  /**
   * How a person names it: {@code path#Outer.inner}, with {@code ~2} behind it for the second of
   * that name in its file.
   */
  public String address() {
    return file + "#" + qualifiedName + (ordinal == 1 ? "" : "~" + ordinal);
  }
}
