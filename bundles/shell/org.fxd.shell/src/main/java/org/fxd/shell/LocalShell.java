package org.fxd.shell;

import org.fxd.shell.api.Session;
import org.fxd.shell.api.Shell;
import org.fxd.shell.api.ShellIo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell of this host. */
@Component
public final class LocalShell implements Shell {
  private final LocalSessions sessions;

  /** Begins sessions of this host. */
  @Activate
  public LocalShell(@Reference LocalSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Session open(ShellIo io) {
    return sessions.open(io);
  }
}
