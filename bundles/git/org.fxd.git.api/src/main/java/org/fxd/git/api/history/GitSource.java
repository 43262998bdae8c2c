package org.fxd.git.api.history;

import java.nio.file.Path;

/**
 * Where a Git repository is: a path (of a work tree, a bare repository or a bundle file) or a URL
 * ({@code file}, {@code https}, {@code http}, {@code ssh}, or {@code user@host:path}).
 *
 * @param location as it was typed; never blank
 * @param folder what a relative path is taken against
 */
public record GitSource(String location, Path folder) {
  public GitSource {
    if (location.isBlank()) {
      throw new IllegalArgumentException("a source needs a location");
    }
  }
}
