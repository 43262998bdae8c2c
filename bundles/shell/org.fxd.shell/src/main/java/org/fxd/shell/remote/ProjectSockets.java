package org.fxd.shell.remote;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for each project file that is open here and can be written to: whoever opened it, a
 * session or the program around it. Opening a project neither waits for that nor fails with it.
 */
@Component(service = {})
public final class ProjectSockets {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectSockets.class);

  /** Framework property: the FXD that this is; unknown where nobody set it. */
  private static final String VERSION = "fxd.version";

  private final Sessions sessions;
  private final String version;
  private final Map<Workspace, ProjectListener> listeners = new ConcurrentHashMap<>();

  /** Runs what comes in such sessions. */
  @Activate
  public ProjectSockets(@Reference Sessions sessions, BundleContext context) {
    this(sessions, context.getProperty(VERSION) == null ? "unknown" : context.getProperty(VERSION));
  }

  ProjectSockets(Sessions sessions, String version) {
    this.sessions = sessions;
    this.version = version;
  }

  /** A project was opened. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addWorkspace(Workspace workspace) {
    if (workspace.file().isEmpty() || workspace.isReadOnly()) {
      return;
    }
    ProjectListener listener = new ProjectListener(workspace, sessions, version);
    listeners.put(workspace, listener);
    Thread thread = new Thread(() -> listen(listener), "fxd-listen");
    thread.setDaemon(true);
    thread.start();
  }

  private static void listen(ProjectListener listener) {
    try {
      listener.run();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("Other processes cannot have commands run in {}: {}", listener, e.getMessage());
    }
  }

  /** A project closes. */
  void removeWorkspace(Workspace workspace) {
    ProjectListener listener = listeners.remove(workspace);
    if (listener != null) {
      listener.close();
    }
  }

  /** Listens no more. */
  @Deactivate
  void close() {
    listeners.keySet().forEach(this::removeWorkspace);
  }
}
