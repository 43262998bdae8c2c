package org.fxd.history.core;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.store.api.Store;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Registers a {@link History} for each project whose workspace and store are there.
 *
 * <p>Immediate, so that whoever opens a project finds its history registered when {@code open}
 * returns; there is nothing to do before that.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.history.api.History\"")
public final class Histories {
  /** What is known of one project. */
  private static final class Parts {
    private Workspace workspace;
    private Store store;
    private ServiceRegistration<History> registration;
  }

  private final BundleContext context;
  private final Nodes nodes;
  private final Map<String, Parts> projects = new HashMap<>();

  /** Called by the container. */
  @Activate
  public Histories(BundleContext context, @Reference Nodes nodes) {
    this.context = context;
    this.nodes = nodes;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addWorkspace(Workspace workspace) {
    synchronized (projects) {
      Parts parts = projects.computeIfAbsent(workspace.project(), name -> new Parts());
      parts.workspace = workspace;
      register(workspace.project(), parts);
    }
  }

  void removeWorkspace(Workspace workspace) {
    synchronized (projects) {
      Parts parts = projects.get(workspace.project());
      if (parts != null && parts.workspace == workspace) {
        parts.workspace = null;
        unregister(workspace.project(), parts);
      }
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(Store store, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.computeIfAbsent(project, name -> new Parts());
        parts.store = store;
        register(project, parts);
      }
    }
  }

  void removeStore(Store store, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.get(project);
        if (parts != null && parts.store == store) {
          parts.store = null;
          unregister(project, parts);
        }
      }
    }
  }

  @Deactivate
  void stop() {
    synchronized (projects) {
      for (Parts parts : projects.values()) {
        if (parts.registration != null) {
          parts.registration.unregister();
          parts.registration = null;
        }
      }
      projects.clear();
    }
  }

  private void register(String project, Parts parts) {
    if (parts.workspace == null || parts.store == null || parts.registration != null) {
      return;
    }
    History history =
        new ProjectHistory(
            parts.workspace, parts.store, nodes, Clock.system(ZoneId.systemDefault()));
    parts.registration =
        context.registerService(
            History.class, history, FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project)));
  }

  private void unregister(String project, Parts parts) {
    if (parts.registration != null) {
      parts.registration.unregister();
      parts.registration = null;
    }
    if (parts.workspace == null && parts.store == null) {
      projects.remove(project);
    }
  }
}
