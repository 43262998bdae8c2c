package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of projects that are open. An import must not only leave them out: it must not so much
 * as open them, because closing any descriptor of a file gives up the locks that this process holds
 * on it.
 */
final class ProjectFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectFiles.class);
  private static final List<String> BESIDE =
      List.of("", "-wal", "-shm", "-journal", ".lock", ".holder", ".new", ".new-journal");

  private final Set<Path> paths = new HashSet<>();
  private final Set<Stat.Key> keys = new HashSet<>();

  ProjectFiles(Collection<Path> projects) {
    for (Path project : projects) {
      for (String suffix : BESIDE) {
        add(project.resolveSibling(project.getFileName() + suffix));
      }
    }
  }

  private void add(Path path) {
    paths.add(path);
    try {
      Stat.Key key = Stat.of(path).key();
      if (key != null) {
        keys.add(key);
      }
    } catch (IOException e) {
      LOG.trace("{} is not there, so it has no other name either", path, e);
    }
  }

  /** Whether a file is one of them, under this name or another. */
  boolean contain(Path real, Stat stat) {
    return paths.contains(real) || stat.inode() != 0 && keys.contains(stat.key());
  }
}
