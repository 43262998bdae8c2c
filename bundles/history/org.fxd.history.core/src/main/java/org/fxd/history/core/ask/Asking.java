package org.fxd.history.core.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.ask.Bisect;
import org.fxd.history.api.ask.Blame;
import org.fxd.history.api.ask.Log;
import org.fxd.history.core.Commits;
import org.fxd.source.api.Sources;
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
 * Registers what answers questions about the history of each project whose workspace, store and
 * finder are there. Immediate, as whoever opens a project is to find it when {@code open} returns.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.history.api.ask.Log\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.history.api.ask.Blame\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.history.api.ask.Bisect\"")
public final class Asking {
  /** What is known of one project. */
  private static final class Parts {
    private Workspace workspace;
    private Store store;
    private Finder finder;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
  }

  private final BundleContext context;
  private final Sources sources;
  private final Map<String, Parts> projects = new HashMap<>();

  /** Called by the container. */
  @Activate
  public Asking(BundleContext context, @Reference Sources sources) {
    this.context = context;
    this.sources = sources;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addWorkspace(Workspace workspace) {
    change(workspace.project(), parts -> parts.workspace = workspace);
  }

  void removeWorkspace(Workspace workspace) {
    change(workspace.project(), parts -> parts.workspace = null);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(Store store, Map<String, Object> properties) {
    change(project(properties), parts -> parts.store = store);
  }

  void removeStore(Store store, Map<String, Object> properties) {
    change(project(properties), parts -> parts.store = null);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addFinder(Finder finder, Map<String, Object> properties) {
    change(project(properties), parts -> parts.finder = finder);
  }

  void removeFinder(Finder finder, Map<String, Object> properties) {
    change(project(properties), parts -> parts.finder = null);
  }

  @Deactivate
  void stop() {
    synchronized (projects) {
      projects.values().forEach(Asking::unregister);
      projects.clear();
    }
  }

  private static String project(Map<String, Object> properties) {
    return String.valueOf(properties.get(Workspace.PROJECT));
  }

  /** A part of a project comes or goes. */
  @FunctionalInterface
  private interface Coming {
    void to(Parts parts);
  }

  private void change(String project, Coming coming) {
    synchronized (projects) {
      Parts parts = projects.computeIfAbsent(project, name -> new Parts());
      coming.to(parts);
      boolean whole = parts.workspace != null && parts.store != null && parts.finder != null;
      if (whole && parts.registrations.isEmpty()) {
        register(project, parts);
      } else if (!whole) {
        unregister(parts);
      }
      if (parts.workspace == null && parts.store == null && parts.finder == null) {
        projects.remove(project);
      }
    }
  }

  private void register(String project, Parts parts) {
    Commits commits = new Commits(parts.store);
    add(project, parts, Log.class, new ProjectLog(parts.workspace, commits, parts.finder, sources));
    add(
        project,
        parts,
        Blame.class,
        new ProjectBlame(parts.workspace, commits, parts.finder, sources));
    add(project, parts, Bisect.class, new ProjectBisect(parts.workspace, commits));
  }

  private <S> void add(String project, Parts parts, Class<S> type, S service) {
    parts.registrations.add(
        context.registerService(
            type, service, FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project))));
  }

  private static void unregister(Parts parts) {
    parts.registrations.forEach(ServiceRegistration::unregister);
    parts.registrations.clear();
  }
}
