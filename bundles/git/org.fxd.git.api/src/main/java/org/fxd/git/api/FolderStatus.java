package org.fxd.git.api;

import org.fxd.graph.api.Node;

/**
 * How a folder differs from a project. What differs between the two roots is for {@code Sources} to
 * tell, by file and by snippet; contents that the project does not have are read from the folder
 * when they are asked for.
 *
 * @param before the project's root
 * @param after what the root would be if the folder were taken in; equal if nothing differs
 * @param report what an import would report
 * @since 1.2
 */
public record FolderStatus(Node before, Node after, ImportReport report) {
  /** Whether nothing differs. */
  public boolean isClean() {
    return before.equals(after);
  }
}
