package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflicts;
import org.fxd.merge.api.MergeTopics;
import org.fxd.merge.api.Merges;
import org.fxd.merge.api.TextMerge;
import org.fxd.source.api.Sources;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Registers {@link Merges} and {@link Conflicts} for each project whose workspace and history are
 * there. Immediate, so that whoever opens a project finds them when {@code open} returns.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.merge.api.Merges\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.merge.api.Conflicts\"")
public final class MergeServices {
  /** What is known of one project. */
  private static final class Parts {
    private Workspace workspace;
    private History history;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  }

  private final BundleContext context;
  private final Nodes nodes;
  private final Sources sources;
  private final List<TextMerge> rungs = new CopyOnWriteArrayList<>();
  private final Map<String, Parts> projects = new HashMap<>();
  private volatile EventAdmin events;

  /** Called by the container. */
  @Activate
  public MergeServices(BundleContext context, @Reference Nodes nodes, @Reference Sources sources) {
    this.context = context;
    this.nodes = nodes;
    this.sources = sources;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addRung(TextMerge rung) {
    rungs.add(rung);
  }

  void removeRung(TextMerge rung) {
    rungs.remove(rung);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setEvents(EventAdmin admin) {
    events = admin;
  }

  void unsetEvents(EventAdmin admin) {
    if (admin.equals(events)) {
      events = null;
    }
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
  void addHistory(History history, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.computeIfAbsent(project, name -> new Parts());
        parts.history = history;
        register(project, parts);
      }
    }
  }

  void removeHistory(History history, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.get(project);
        if (parts != null && parts.history == history) {
          parts.history = null;
          unregister(project, parts);
        }
      }
    }
  }

  @Deactivate
  void stop() {
    synchronized (projects) {
      projects.values().forEach(MergeServices::unregister);
      projects.clear();
    }
  }

  private void register(String project, Parts parts) {
    if (parts.workspace == null || parts.history == null || !parts.registrations.isEmpty()) {
      return;
    }
    ProjectMergeServices services =
        new ProjectMergeServices(
            parts.workspace, parts.history, nodes, sources, () -> List.copyOf(rungs), this::post);
    add(project, parts, Merges.class, services.merges());
    add(project, parts, Conflicts.class, services.conflicts());
  }

  private void post(Map<String, String> properties) {
    EventAdmin admin = events;
    if (admin != null) {
      admin.postEvent(new Event(MergeTopics.MERGED, properties));
    }
  }

  private <S> void add(String project, Parts parts, Class<S> type, S service) {
    parts.registrations.add(
        context.registerService(
            type, service, FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project))));
  }

  private void unregister(String project, Parts parts) {
    unregister(parts);
    if (parts.workspace == null && parts.history == null) {
      projects.remove(project);
    }
  }

  private static void unregister(Parts parts) {
    parts.registrations.forEach(ServiceRegistration::unregister);
    parts.registrations.clear();
  }
}
