package org.fxd.git.jgit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** Folders and repositories made for a test, with a home folder of their own. */
final class GitFixture {
  private final Path home;
  private final Environment environment;

  /**
   * A fixture.
   *
   * @param home an empty folder
   */
  GitFixture(Path home) {
    this.home = home;
    this.environment = environment(Map.of());
    // JGit asks it for the user's files when it makes repositories, too.
    new Configuration(environment);
  }

  Environment environment() {
    return environment;
  }

  Environment environment(Map<String, String> variables) {
    return new Environment(variables, home, home, home.resolve("system.gitconfig"));
  }

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a repository; the caller closes it. */
  static Git init(Path folder) {
    try {
      return Git.init().setDirectory(folder.toFile()).call();
    } catch (GitAPIException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes Git track paths, ignored or not. */
  static void add(Git git, String... paths) {
    try {
      var cache = git.getRepository().lockDirCache();
      var editor = cache.editor();
      for (String path : paths) {
        Path file = git.getRepository().getWorkTree().toPath().resolve(path);
        boolean executable = Files.isExecutable(file);
        var mode = executable ? FileMode.EXECUTABLE_FILE : FileMode.REGULAR_FILE;
        editor.add(edit(path, mode, ObjectId.zeroId()));
      }
      if (!editor.commit()) {
        throw new IllegalStateException("the index was not written");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes Git track a submodule. */
  static void addSubmodule(Git git, String path, String commit) {
    try {
      var cache = git.getRepository().lockDirCache();
      var editor = cache.editor();
      editor.add(edit(path, FileMode.GITLINK, ObjectId.fromString(commit)));
      if (!editor.commit()) {
        throw new IllegalStateException("the index was not written");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DirCacheEditor.PathEdit edit(String path, FileMode mode, ObjectId id) {
    return new DirCacheEditor.PathEdit(path) {
      @Override
      public void apply(DirCacheEntry entry) {
        entry.setFileMode(mode);
        entry.setObjectId(id);
      }
    };
  }
}
