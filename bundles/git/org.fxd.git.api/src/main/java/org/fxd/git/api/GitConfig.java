package org.fxd.git.api;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What FXD takes from the user's Git configuration, so that nobody has to say it twice. Read only;
 * a service, safe for use by any number of threads.
 */
@ProviderType
public interface GitConfig {
  /** {@code user.name}; {@code GIT_AUTHOR_NAME} goes before it. */
  Optional<String> userName();

  /** {@code user.email}; {@code GIT_AUTHOR_EMAIL} goes before it. */
  Optional<String> userEmail();

  /**
   * {@code user.name} as the files have it for a folder: of the repository around it, else of the
   * user, else of the system. This process's environment does not count.
   *
   * @since 1.1
   */
  Optional<String> userName(Path folder);

  /**
   * {@code user.email}, as {@link #userName(Path)}.
   *
   * @since 1.1
   */
  Optional<String> userEmail(Path folder);
}
