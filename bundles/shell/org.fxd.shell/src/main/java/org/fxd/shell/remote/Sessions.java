package org.fxd.shell.remote;

import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.Caller;

/** Begins sessions of those who call from other processes. */
public interface Sessions {
  /**
   * A session of its own.
   *
   * @param caller who makes the changes
   */
  Session open(ShellIo io, Caller caller);
}
