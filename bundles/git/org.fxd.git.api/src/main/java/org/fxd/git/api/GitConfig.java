package org.fxd.git.api;

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
}
