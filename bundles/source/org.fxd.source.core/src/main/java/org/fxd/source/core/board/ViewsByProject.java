package org.fxd.source.core.board;

import java.util.HashMap;
import java.util.Map;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Registers {@link ProjectViews} for each project whose groups and finder are there.
 *
 * <p>Immediate, so that whoever opens a project finds its views registered when {@code open}
 * returns. What the views need is made with the first project, so that a start waits for none of
 * it; the container takes it back when this is deactivated.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.source.api.view.ProjectViews\"")
public final class ViewsByProject {
  /** What is known of one project. */
  private static final class Parts {
    private Groups groups;
    private Finder finder;
    private ServiceRegistration<ProjectViews> registration;
  }

  private final BundleContext context;
  private final ComponentServiceObjects<Nodes> nodes;
  private final ComponentServiceObjects<Sources> sources;
  private final ComponentServiceObjects<Markers> markers;
  private final ComponentServiceObjects<Selectors> selectors;
  private final ComponentServiceObjects<Renderers> renderers;
  private final Map<String, Parts> projects = new HashMap<>();

  /** Called by the container. */
  @Activate
  public ViewsByProject(
      BundleContext context,
      @Reference ComponentServiceObjects<Nodes> nodes,
      @Reference ComponentServiceObjects<Sources> sources,
      @Reference ComponentServiceObjects<Markers> markers,
      @Reference ComponentServiceObjects<Selectors> selectors,
      @Reference ComponentServiceObjects<Renderers> renderers) {
    this.context = context;
    this.nodes = nodes;
    this.sources = sources;
    this.markers = markers;
    this.selectors = selectors;
    this.renderers = renderers;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addGroups(Groups groups, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.computeIfAbsent(project, name -> new Parts());
        parts.groups = groups;
        register(project, parts);
      }
    }
  }

  void removeGroups(Groups groups, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.get(project);
        if (parts != null && parts.groups == groups) {
          parts.groups = null;
          unregister(project, parts);
        }
      }
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addFinder(Finder finder, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.computeIfAbsent(project, name -> new Parts());
        parts.finder = finder;
        register(project, parts);
      }
    }
  }

  void removeFinder(Finder finder, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.get(project);
        if (parts != null && parts.finder == finder) {
          parts.finder = null;
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
    if (parts.groups == null || parts.finder == null || parts.registration != null) {
      return;
    }
    ProjectViews views =
        ViewsOfProject.of(
            nodes.getService(),
            sources.getService(),
            markers.getService(),
            renderers.getService(),
            parts.groups,
            parts.finder,
            selectors.getService());
    parts.registration =
        context.registerService(
            ProjectViews.class,
            views,
            FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project)));
  }

  private void unregister(String project, Parts parts) {
    if (parts.registration != null) {
      parts.registration.unregister();
      parts.registration = null;
    }
    if (parts.groups == null && parts.finder == null) {
      projects.remove(project);
    }
  }
}
