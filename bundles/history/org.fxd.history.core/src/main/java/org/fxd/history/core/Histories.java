package org.fxd.history.core;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
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

  /** The history of an open project, for who has no container. */
  public static History of(Workspace workspace, Store store, Nodes nodes, Clock clock) {
    return new ProjectHistory(workspace, store, nodes, clock);
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
        unregister(parts);
      }
      projects.clear();
    }
  }

  private void register(String project, Parts parts) {
    if (parts.workspace == null || parts.store == null || !parts.registrations.isEmpty()) {
      return;
    }
    Clock clock = Clock.system(ZoneId.systemDefault());
    add(
        project,
        parts,
        History.class,
        new ProjectHistory(parts.workspace, parts.store, nodes, clock));
  }

  private <S> void add(String project, Parts parts, Class<S> type, S service) {
    parts.registrations.add(
        context.registerService(
            type, service, FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project))));
  }

  private void unregister(String project, Parts parts) {
    unregister(parts);
    if (parts.workspace == null && parts.store == null) {
      projects.remove(project);
    }
  }

  private static void unregister(Parts parts) {
    parts.registrations.forEach(ServiceRegistration::unregister);
    parts.registrations.clear();
  }
}
