package org.fxd.git.jgit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.fxd.graph.api.error.FxdException;

/**
 * Reads Git's configuration: the system's, the user's, and that of a repository, the last first.
 */
final class Configuration {
  private final Environment environment;
  private final FS fs;
  private final SystemReader reader;
  private boolean keepsPacks;

  Configuration(Environment environment) {
    this.environment = environment;
    this.reader = new QuietSystemReader(environment);
    // JGit keeps one for the whole class loader; ours is the only one that FXD wants in it.
    SystemReader.setInstance(reader);
    this.fs = FS.detect().setUserHome(environment.home().toFile());
  }

  /**
   * Lets JGit keep more of packs in memory than it does by itself: for who is about to read or
   * write a history. It is read from its beginning on, and packs tell old versions by new ones, so
   * each would be put together anew. Done once, as it empties what is kept.
   */
  synchronized void keepPacks() {
    if (keepsPacks) {
      return;
    }
    keepsPacks = true;
    long heap = Runtime.getRuntime().maxMemory();
    WindowCacheConfig config = new WindowCacheConfig();
    config.setPackedGitLimit(Math.min(128 << 20, heap / 8));
    config.setDeltaBaseCacheLimit((int) Math.min(64 << 20, heap / 16));
    config.install();
  }

  Environment environment() {
    return environment;
  }

  /** A setting of a repository, else of the user, else of the system. */
  Optional<String> get(Optional<WorkTree> tree, String section, String name) {
    return Optional.ofNullable(load(tree).getString(section, null, name))
        .filter(value -> !value.isBlank());
  }

  /** A setting of the repository in a folder, and of nobody else. */
  Optional<String> ofRepository(Path gitDir, String section, String name) {
    try {
      FileBasedConfig own = new FileBasedConfig(gitDir.resolve("config").toFile(), fs);
      own.load();
      return Optional.ofNullable(own.getString(section, null, name));
    } catch (IOException | ConfigInvalidException e) {
      throw unreadable(e);
    }
  }

  /** How files are looked at. */
  FS fs() {
    return fs;
  }

  private Config load(Optional<WorkTree> tree) {
    Path file = tree.map(found -> found.commonDir().resolve("config")).orElse(null);
    try {
      Config user = reader.getUserConfig();
      if (file == null) {
        return user;
      }
      FileBasedConfig own = new FileBasedConfig(user, file.toFile(), fs);
      own.load();
      return own;
    } catch (IOException | ConfigInvalidException e) {
      throw unreadable(e);
    }
  }

  private static FxdException unreadable(Exception e) {
    return new FxdException(
        FxdException.Category.FAILED,
        "Git's configuration cannot be read: " + e.getMessage(),
        "Mend the file; 'git config --list --show-origin' shows what Git makes of it.",
        e);
  }
}
