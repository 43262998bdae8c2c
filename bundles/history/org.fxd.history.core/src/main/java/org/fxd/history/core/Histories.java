package org.fxd.history.core;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.mount.Mount;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.CommitHook;
import org.fxd.history.api.CommitTidier;
import org.fxd.history.api.History;
import org.fxd.history.api.RefHook;
import org.fxd.history.api.Stash;
import org.fxd.history.api.intake.Intakes;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Reflog;
import org.fxd.history.api.ref.Tags;
import org.fxd.history.api.signature.Keys;
import org.fxd.history.api.signature.Signatures;
import org.fxd.history.core.part.Projections;
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
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Registers a {@link History}, and what goes with it, for each project whose workspace, store,
 * finder and operation log are there.
 *
 * <p>Immediate, so that whoever opens a project finds its history registered when {@code open}
 * returns; there is nothing to do before that.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute =
        "objectClass:List<String>=\"org.fxd.history.api.History,org.fxd.history.api.ref.Branches,"
            + "org.fxd.history.api.ref.Tags,org.fxd.history.api.ref.Checkouts,"
            + "org.fxd.history.api.ref.Reflog\"")
@Capability(
    namespace = "osgi.service",
    attribute =
        "objectClass:List<String>=\"org.fxd.history.api.Stash,"
            + "org.fxd.history.api.intake.Intakes\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.history.api.signature.Signatures\"")
public final class Histories {
  /** What is known of one project. */
  private static final class Parts {
    private Workspace workspace;
    private Store store;
    private Finder finder;
    private OperationLog log;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    boolean areComplete() {
      return workspace != null && store != null && finder != null && log != null;
    }

    boolean areGone() {
      return workspace == null && store == null && finder == null && log == null;
    }
  }

  private final BundleContext context;
  private final Nodes nodes;
  private final Map<String, Parts> projects = new HashMap<>();
  private final Projections projections = new Projections();
  private final Whiteboard<CommitHook> commitHooks = new Whiteboard<>();
  private final Whiteboard<CommitTidier> tidiers = new Whiteboard<>();
  private final Whiteboard<RefHook> refHooks = new Whiteboard<>();
  private final Whiteboard<Keys> keys = new Whiteboard<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EventAdmin events;

  /** Called by the container. */
  @Activate
  public Histories(BundleContext context, @Reference Nodes nodes) {
    this.context = context;
    this.nodes = nodes;
  }

  /** The history of an open project, for who has no container and so no hooks. */
  public static History of(
      Workspace workspace, Store store, Finder finder, OperationLog log, Nodes nodes, Clock clock) {
    return of(workspace, store, finder, log, nodes, clock, List.of());
  }

  /** The same, with what tidies its commits. */
  public static History of(
      Workspace workspace,
      Store store,
      Finder finder,
      OperationLog log,
      Nodes nodes,
      Clock clock,
      List<CommitTidier> tidiers) {
    return services(workspace, store, finder, log, nodes, clock, tidiers).history();
  }

  /** The same with what goes with it. */
  public static HistoryServices services(
      Workspace workspace,
      Store store,
      Finder finder,
      OperationLog log,
      Nodes nodes,
      Clock clock,
      List<CommitTidier> tidiers) {
    Commits commits = new Commits(store);
    Trees trees = new Trees(workspace, nodes, finder, new Projections());
    Committing committing =
        new Committing(
            commits, trees, new CommitTidiers(tidiers), new CommitHooks(List.of()), clock);
    ProjectHistory history = new ProjectHistory(workspace, nodes, commits, committing, log, clock);
    ProjectRefs refs = history.refs();
    return new HistoryServices(
        history,
        refs.branches(),
        refs.tags(),
        refs.checkouts(),
        new ProjectIntakes(workspace, commits));
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

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addLog(OperationLog log, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.computeIfAbsent(project, name -> new Parts());
        parts.log = log;
        register(project, parts);
      }
    }
  }

  void removeLog(OperationLog log, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      synchronized (projects) {
        Parts parts = projects.get(project);
        if (parts != null && parts.log == log) {
          parts.log = null;
          unregister(project, parts);
        }
      }
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addProjector(Projector projector) {
    projections.add(projector);
  }

  void removeProjector(Projector projector) {
    projections.remove(projector);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addTidier(CommitTidier tidier, Map<String, Object> properties) {
    tidiers.add(tidier, properties);
  }

  void removeTidier(CommitTidier tidier) {
    tidiers.remove(tidier);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addCommitHook(CommitHook hook, Map<String, Object> properties) {
    commitHooks.add(hook, properties);
  }

  void removeCommitHook(CommitHook hook) {
    commitHooks.remove(hook);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addRefHook(RefHook hook, Map<String, Object> properties) {
    refHooks.add(hook, properties);
  }

  void removeRefHook(RefHook hook) {
    refHooks.remove(hook);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addKeys(Keys source, Map<String, Object> properties) {
    keys.add(source, properties);
  }

  void removeKeys(Keys source) {
    keys.remove(source);
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
    if (!parts.areComplete() || !parts.registrations.isEmpty()) {
      return;
    }
    Workspace workspace = parts.workspace;
    Clock clock = Clock.system(ZoneId.systemDefault());
    Commits commits = new Commits(parts.store);
    Trees trees = new Trees(workspace, nodes, parts.finder, projections);
    Committing committing =
        new Committing(
            commits,
            trees,
            new CommitTidiers(tidiers.of(project)),
            new CommitHooks(commitHooks.of(project)),
            clock);
    ProjectHistory history =
        new ProjectHistory(workspace, nodes, commits, committing, parts.log, clock);
    Map<String, Object> its = Map.of(Workspace.PROJECT, project);
    add(parts, ChangeHook.class, new RefHooks(refHooks.of(project)), its);
    add(parts, Observer.class, new HistoryEvents(commits, this::post), its);
    add(parts, Signatures.class, new ProjectSignatures(commits, keys.of(project)), its);
    add(parts, Stash.class, new ProjectStash(workspace, commits, trees, committing), its);
    add(parts, Branches.class, history.refs().branches(), its);
    add(parts, Tags.class, history.refs().tags(), its);
    add(parts, Checkouts.class, history.refs().checkouts(), its);
    add(parts, Reflog.class, history.refs().reflog(), its);
    add(parts, Intakes.class, new ProjectIntakes(workspace, commits), its);
    add(
        parts,
        Mount.class,
        new HistoryMount(workspace, commits, nodes),
        Map.of(Workspace.PROJECT, project, Mount.NAME, HistoryMount.MOUNTED_AS));
    // Last: whoever waits for the history finds the rest.
    add(parts, History.class, history, its);
  }

  private void post(String topic, Map<String, String> properties) {
    EventAdmin admin = events;
    if (admin != null) {
      admin.postEvent(new Event(topic, properties));
    }
  }

  private <S> void add(Parts parts, Class<S> type, S service, Map<String, Object> properties) {
    parts.registrations.add(
        context.registerService(type, service, FrameworkUtil.asDictionary(properties)));
  }

  private void unregister(String project, Parts parts) {
    unregister(parts);
    if (parts.areGone()) {
      projects.remove(project);
    }
  }

  private static void unregister(Parts parts) {
    parts.registrations.forEach(ServiceRegistration::unregister);
    parts.registrations.clear();
  }
}
