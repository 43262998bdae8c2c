package org.fxd.git.jgit;

import java.nio.file.Path;
import org.fxd.store.sqlite.SqliteStoreProvider;

/** A process that imports, so that it can be killed. */
final class ImportingChild {
  private ImportingChild() {}

  public static void main(String[] arguments) {
    GitFixture git = new GitFixture(Path.of(arguments[2]));
    try (ImportFixture project =
        new ImportFixture(git, new SqliteStoreProvider(null), Path.of(arguments[1]))) {
      System.out.println("begun");
      project.take(Path.of(arguments[0]));
      System.out.println("done");
    }
  }
}
