package org.fxd.shell.remote;

import java.io.IOException;
import java.net.BindException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.shell.api.remote.Frame;
import org.fxd.shell.api.remote.SocketPlace;
import org.fxd.shell.api.remote.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket of one project. The store lets one process at a time have the project, so that a
 * socket that is there already was left behind.
 */
final class ProjectListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectListener.class);

  /** How many others may be connected at once. */
  static final int MOST = 16;

  /** How often it is looked whether someone connected and says nothing. */
  private static final long LOOK_MILLIS = 1000;

  private static final long END_MILLIS = 1000;

  private final Workspace workspace;
  private final Path project;
  private final Sessions sessions;
  private final String version;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private ServerSocketChannel server;
  private Selector selector;
  private Path socket;
  private UserPrincipal owner;
  private boolean closed;

  /**
   * Listens when it {@link #run runs}.
   *
   * @param version the FXD that this is
   */
  ProjectListener(Workspace workspace, Sessions sessions, String version) {
    this.workspace = workspace;
    this.project = workspace.file().orElseThrow();
    this.sessions = sessions;
    this.version = version;
  }

  /**
   * Listens until it is closed.
   *
   * @throws IOException if it cannot; nothing of it is left
   */
  void run() throws IOException {
    if (bind()) {
      try {
        accept();
      } catch (ClosedSelectorException | ClosedChannelException e) {
        LOG.debug("{} is closed", this);
      } finally {
        unbind();
      }
    }
  }

  private synchronized boolean bind() throws IOException {
    if (closed) {
      return false;
    }
    List<SocketPlace> places = SocketPlace.of(project);
    if (places.isEmpty()) {
      return false; // Windows: there is no way, and nothing to be said of it.
    }
    IOException failure = new IOException("there is no place for a socket");
    for (SocketPlace place : places) {
      try {
        place.prepare();
        server = bind(place);
        socket = place.socket();
        owner = Files.getOwner(socket);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        server.configureBlocking(false);
        selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        return true;
      } catch (IOException e) {
        unbind();
        failure = e;
      }
    }
    throw failure;
  }

  private static ServerSocketChannel bind(SocketPlace place) throws IOException {
    try {
      return bindTo(place);
    } catch (BindException e) {
      if (isAnswered(place)) {
        throw new IOException("another process listens at " + place, e);
      }
      Files.deleteIfExists(place.socket());
      return bindTo(place);
    }
  }

  private static ServerSocketChannel bindTo(SocketPlace place) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    boolean done = false;
    try {
      channel.bind(place.address(), MOST);
      done = true;
      return channel;
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private static boolean isAnswered(SocketPlace place) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(place.address());
    } catch (IOException e) {
      return false; // Left behind by a process that was killed.
    }
  }

  private void accept() throws IOException {
    while (true) {
      // Without visits nothing is to be looked after, and nothing wakes up.
      selector.select(visits.isEmpty() ? 0 : LOOK_MILLIS);
      selector.selectedKeys().clear();
      SocketChannel channel = server.accept();
      while (channel != null) {
        admit(channel);
        channel = server.accept();
      }
      visits.forEach(Visit::endIfSilent);
    }
  }

  private void admit(SocketChannel channel) {
    Wire wire = new Wire(channel);
    boolean admitted = false;
    try {
      if (!Peer.is(owner, channel)) {
        LOG.warn("Another user tried to have commands run in {}", this);
      } else if (visits.size() >= MOST) {
        wire.write(new Frame.Refused(Frame.PROTOCOL, version, Frame.Refusal.BUSY));
      } else {
        Visit visit = new Visit(wire, workspace, sessions, version, visits::remove);
        visits.add(visit);
        admitted = true;
        visit.start();
      }
    } catch (IOException e) {
      LOG.debug("Someone connected and went", e);
    } finally {
      if (!admitted) {
        wire.close();
      }
    }
  }

  private synchronized void unbind() {
    try {
      if (socket != null) {
        Files.deleteIfExists(socket);
        socket = null;
      }
      if (server != null) {
        server.close();
      }
      if (selector != null) {
        selector.close();
      }
    } catch (IOException e) {
      LOG.info("The socket of {} was not taken away properly; it does no harm", this, e);
    }
  }

  /** Stops what runs for others, waits a moment for it, and takes the socket away. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      unbind();
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(END_MILLIS);
    visits.forEach(Visit::end);
    visits.forEach(visit -> visit.awaitIdle(deadline));
  }

  @Override
  public String toString() {
    return workspace.project();
  }
}
