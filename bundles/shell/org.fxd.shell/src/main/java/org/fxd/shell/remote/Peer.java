package org.fxd.shell.remote;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.attribute.UserPrincipal;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the operating system who called. The folder keeps others out already; this holds where
 * someone has changed its permissions.
 */
final class Peer {
  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

  private Peer() {}

  /** Whether the caller is that user. */
  static boolean is(UserPrincipal user, SocketChannel channel) throws IOException {
    try {
      return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
    } catch (UnsupportedOperationException | LinkageError e) {
      LOG.debug("This platform does not say who calls; the folder's permissions decide", e);
      return true;
    }
  }
}
