package org.fxd.shell.project;

import java.util.List;
import org.fxd.source.api.FilePath;

/**
 * Some folders and files, and all that is below them.
 *
 * @param paths none for all
 */
public record PathFilter(List<FilePath> paths) {
  public PathFilter {
    paths = List.copyOf(paths);
  }

  public boolean accepts(FilePath path) {
    return paths.isEmpty() || paths.stream().anyMatch(above -> isBelow(path, above));
  }

  /** Whether a path is another, or below it. */
  public static boolean isBelow(FilePath path, FilePath above) {
    int length = above.names().size();
    return path.names().size() >= length && path.names().subList(0, length).equals(above.names());
  }

  /** Whether it lets everything pass. */
  public boolean acceptsAll() {
    return paths.isEmpty();
  }
}
