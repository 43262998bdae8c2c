package org.fxd.git.jgit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What JGit sees of the system: the configuration files that Git reads, read only. JGit's own
 * reader starts the {@code git} program to find the system's configuration, looks at fewer of the
 * user's files than Git does, and keeps notes on file systems in the user's configuration folder.
 */
final class QuietSystemReader extends SystemReader {
  private static final Duration COARSEST_CLOCK = Duration.ofSeconds(2);

  private final Environment environment;

  QuietSystemReader(Environment environment) {
    this.environment = environment;
    setPlatformChecker();
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    if (environment.isTrue("GIT_CONFIG_NOSYSTEM")) {
      return new Nothing(parent, fs);
    }
    Path file =
        environment.variable("GIT_CONFIG_SYSTEM").map(Path::of).orElse(environment.system());
    return new ReadOnly(parent, file, atHome(fs));
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    Optional<String> global = environment.variable("GIT_CONFIG_GLOBAL");
    if (global.isPresent()) {
      return new ReadOnly(parent, Path.of(global.get()), atHome(fs));
    }
    Path first = environment.configHome().resolve("git").resolve("config");
    return new ReadOnly(
        new ReadOnly(parent, first, atHome(fs)),
        environment.home().resolve(".gitconfig"),
        atHome(fs));
  }

  /** Paths in a file may begin with {@code ~/}. */
  private FS atHome(FS fs) {
    return fs.newInstance().setUserHome(environment.home().toFile());
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Nothing(parent, fs);
  }

  @Override
  public String getenv(String variable) {
    return environment.variables().get(variable);
  }

  @Override
  public String getProperty(String key) {
    return System.getProperty(key);
  }

  @Override
  public String getHostname() {
    return "localhost";
  }

  @Override
  @SuppressWarnings("deprecation")
  public long getCurrentTime() {
    return Instant.now().toEpochMilli();
  }

  @Override
  @SuppressWarnings("deprecation")
  public int getTimezone(long when) {
    ZoneOffset offset = ZoneId.systemDefault().getRules().getOffset(Instant.ofEpochMilli(when));
    return offset.getTotalSeconds() / 60;
  }

  /** A configuration file that is read with the one it is based on, and never written. */
  private static class ReadOnly extends FileBasedConfig {
    private final Config base;

    ReadOnly(Config base, Path file, FS fs) {
      super(base, file.toFile(), fs);
      this.base = base;
    }

    @Override
    public void load() throws IOException, ConfigInvalidException {
      if (base instanceof ReadOnly first) {
        first.load();
      }
      super.load();
    }

    /**
     * JGit asks here what it noted of a file system's clock; without an answer it finds out by
     * writing files beside those it reads. The coarsest clock in use is a safe answer for all.
     */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(COARSEST_CLOCK)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }

    @Override
    public boolean isOutdated() {
      return super.isOutdated() || base instanceof ReadOnly first && first.isOutdated();
    }

    @Override
    public void save() {
      // The user's files are the user's.
    }
  }

  /** A configuration that is always empty. */
  private static final class Nothing extends FileBasedConfig {
    Nothing(Config base, FS fs) {
      super(base, new File("/dev/null"), fs);
    }

    @Override
    public void load() {
      // There is nothing to read.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public void save() {
      // There is nowhere to write.
    }
  }
}
