package org.fxd.shell.api;

import org.osgi.annotation.versioning.ProviderType;

/** Runs command lines. A service; safe for use by any number of threads. */
@ProviderType
public interface Shell {
  /**
   * Begins a session without a project.
   *
   * @param io what it reads and writes; the caller keeps and closes the streams
   */
  Session open(ShellIo io);
}
