package org.fxd.git.jgit;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What Git looks at besides files.
 *
 * @param variables the environment variables
 * @param userHome the home folder if {@code HOME} does not say
 * @param directory the current directory
 * @param system the system-wide configuration if {@code GIT_CONFIG_SYSTEM} does not say
 */
record Environment(Map<String, String> variables, Path userHome, Path directory, Path system) {
  Environment {
    variables = Map.copyOf(variables);
  }

  /** The one of this process. */
  static Environment ofProcess() {
    return new Environment(
        System.getenv(),
        Path.of(System.getProperty("user.home", "")),
        Path.of("").toAbsolutePath(),
        Path.of("/etc/gitconfig"));
  }

  /** A variable; one that is set to nothing counts as not set, as it does for Git. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  Path home() {
    return variable("HOME").map(Path::of).orElse(userHome);
  }

  /** The folder of the user's configuration by the XDG convention. */
  Path configHome() {
    return variable("XDG_CONFIG_HOME").map(Path::of).orElse(home().resolve(".config"));
  }

  /** A path as it stands in a configuration file: {@code ~/} is the home folder. */
  Path expand(String path) {
    return path.startsWith("~/") ? home().resolve(path.substring(2)) : Path.of(path);
  }

  /** Whether a variable is set to something that Git takes as true. */
  boolean isTrue(String name) {
    return variable(name).map(value -> !value.matches("(?i)0|false|no|off")).orElse(false);
  }
}
