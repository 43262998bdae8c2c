package org.fxd.graph.core;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.ownership.Owners;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.FileUpkeep;
import org.fxd.graph.api.upkeep.SalvageReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.graph.api.watch.Watchers;
import org.fxd.graph.api.workspace.ChangeHook;
import org.fxd.graph.api.workspace.Exports;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.past.PastStore;
import org.fxd.graph.core.upkeep.ProjectFileUpkeep;
import org.fxd.graph.core.watch.Listening;
import org.fxd.graph.core.watch.NodeEvents;
import org.fxd.graph.core.workspace.ChangedEvents;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.Store;
import org.fxd.store.api.StoreProvider;
import org.fxd.store.api.format.ProjectFormat;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.EventAdmin;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

/**
 * Opens projects in a container: finds stores, hooks, observers and Event Admin among the services,
 * and registers the services of each open project.
 */
@Component(service = {Projects.class, Exports.class, FileUpkeep.class})
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.workspace.Workspace\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.store.api.Store\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.select.Finder\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.ownership.Owners\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.watch.Watchers\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.group.Groups\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.oplog.OperationLog\"")
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.upkeep.Upkeep\"")
public final class ProjectsComponent implements Projects, Exports, FileUpkeep {
  private final BundleContext context;
  private final OpenProjects projects;
  private final Collection<ServiceReference<StoreProvider>> stores = new CopyOnWriteArrayList<>();

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EventAdmin events;

  /** Wires; nothing is opened. */
  @Activate
  public ProjectsComponent(BundleContext context) {
    this.context = context;
    this.projects = new OpenProjects(this::provider, this::register, Clock.systemUTC());
    ChangedEvents posting = new ChangedEvents(() -> Optional.ofNullable(events));
    projects.observers().listeners().add(posting, Integer.MAX_VALUE, 0, Optional.empty());
    NodeEvents postingNodes =
        new NodeEvents(
            () -> Optional.ofNullable(events),
            new Listening(this::topicsAskedFor),
            projects.projectors());
    projects.observers().listeners().add(postingNodes, Integer.MAX_VALUE, 1, Optional.empty());
  }

  /**
   * What the handlers that there are now ask Event Admin for. Only their references are looked at,
   * and only when something has changed: nobody has to be tracked for that.
   */
  private List<?> topicsAskedFor() {
    try {
      ServiceReference<?>[] handlers =
          context.getAllServiceReferences(EventHandler.class.getName(), null);
      return handlers == null
          ? List.of()
          : Stream.of(handlers)
              .map(handler -> handler.getProperty(EventConstants.EVENT_TOPIC))
              .filter(Objects::nonNull)
              .toList();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("No filter was given", e);
    }
  }

  @Deactivate
  void deactivate() {
    projects.close();
  }

  /** Only the reference: the provider itself is made when the first project is opened. */
  @Reference(
      service = StoreProvider.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addStores(ServiceReference<StoreProvider> reference) {
    stores.add(reference);
  }

  void removeStores(ServiceReference<StoreProvider> reference) {
    stores.remove(reference);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addHook(ChangeHook hook, Map<String, ?> properties) {
    projects
        .hooks()
        .listeners()
        .add(hook, ranking(properties), id(properties), project(properties));
  }

  void removeHook(ChangeHook hook) {
    projects.hooks().listeners().remove(hook);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addObserver(Observer observer, Map<String, ?> properties) {
    projects
        .observers()
        .listeners()
        .add(observer, ranking(properties), id(properties), project(properties));
  }

  void removeObserver(Observer observer) {
    projects.observers().listeners().remove(observer);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addProjector(Projector projector) {
    projects.projectors().add(projector);
  }

  void removeProjector(Projector projector) {
    projects.projectors().remove(projector);
  }

  /** Only the reference: who tells where objects lead is asked when a project is kept up. */
  @Reference(
      service = ObjectLinks.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addLinks(ServiceReference<ObjectLinks> reference) {
    projects.links().add(reference, () -> context.getService(reference));
  }

  void removeLinks(ServiceReference<ObjectLinks> reference) {
    projects.links().remove(reference);
  }

  /** Only the reference, as with stores. */
  @Reference(
      service = ProjectFormat.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addFormats(ServiceReference<ProjectFormat> reference) {
    projects.formats().add(reference, () -> context.getService(reference));
  }

  void removeFormats(ServiceReference<ProjectFormat> reference) {
    projects.formats().remove(reference);
  }

  private static long ranking(Map<String, ?> properties) {
    return properties.get(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
  }

  private static long id(Map<String, ?> properties) {
    return properties.get(Constants.SERVICE_ID) instanceof Long id ? id : 0;
  }

  private static Optional<String> project(Map<String, ?> properties) {
    return Optional.ofNullable(properties.get(Workspace.PROJECT)).map(Object::toString);
  }

  private StoreProvider provider(String type) {
    return stores.stream()
        .filter(reference -> type.equals(reference.getProperty(StoreProvider.TYPE)))
        .max(Comparator.naturalOrder())
        .map(context::getService)
        .orElseThrow(
            () ->
                new FxdException(
                    FxdException.Category.FAILED,
                    "Nothing is installed that keeps projects in a store of type '" + type + "'.",
                    "Look whether the bundles named org.fxd.store are all active.",
                    null));
  }

  private Runnable register(ProjectWorkspace workspace, Store store) {
    Dictionary<String, Object> properties =
        FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, workspace.project()));
    Deque<ServiceRegistration<?>> all = new ArrayDeque<>();
    all.push(context.registerService(Store.class, store, properties));
    ProjectServices services = new ProjectServices(projects, workspace);
    all.push(context.registerService(Finder.class, services.finder(), properties));
    all.push(context.registerService(Watchers.class, services.watchers(), properties));
    all.push(context.registerService(Groups.class, services.groups(), properties));
    all.push(context.registerService(OperationLog.class, services.log(), properties));
    if (!(store instanceof PastStore past)) {
      all.push(context.registerService(Owners.class, services.owners(), properties));
      all.push(context.registerService(Upkeep.class, services.upkeep(), properties));
    } else if (past.isLogged()) {
      all.push(context.registerService(Owners.class, services.owners(), properties));
    }
    // Last: whoever waits for the workspace finds the project's other services.
    all.push(context.registerService(Workspace.class, workspace, properties));
    return () -> {
      all.forEach(ProjectsComponent::unregister);
      services.close();
    };
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException gone) {
      // The framework took it away with the bundle: nothing is left to do.
      return;
    }
  }

  @Override
  public Workspace create(Path file) {
    return projects.create(file);
  }

  @Override
  public Workspace open(Path file) {
    return projects.open(file);
  }

  @Override
  public SortedSet<String> formats() {
    return projects.exports().formats();
  }

  @Override
  public void export(
      Workspace workspace,
      String format,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    projects.exports().export(workspace, format, file, replace, progress, cancellation);
  }

  @Override
  public CheckReport check(
      Path file, CheckOptions options, Progress progress, Cancellation cancellation) {
    return new ProjectFileUpkeep(projects).check(file, options, progress, cancellation);
  }

  @Override
  public SalvageReport salvage(Path file, Progress progress, Cancellation cancellation) {
    return new ProjectFileUpkeep(projects).salvage(file, progress, cancellation);
  }

  @Override
  public Workspace openAt(Workspace workspace, Operation operation) {
    return projects.openAt(workspace, operation);
  }

  @Override
  public Workspace openAt(Workspace workspace, String label, Node root, Hash head) {
    return projects.openAt(workspace, label, root, head);
  }

  @Override
  public Workspace openToRead(Path file) {
    return projects.openToRead(file);
  }

  @Override
  public void save(Workspace workspace) {
    projects.save(workspace);
  }

  @Override
  public Workspace saveAs(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    return projects.saveAs(workspace, file, replace, progress, cancellation);
  }

  @Override
  public void backup(
      Workspace workspace,
      Path file,
      boolean replace,
      Progress progress,
      Cancellation cancellation) {
    projects.backup(workspace, file, replace, progress, cancellation);
  }

  @Override
  public Workspace createInMemory() {
    return projects.createInMemory();
  }

  @Override
  public List<Workspace> all() {
    return projects.all();
  }

  @Override
  public Optional<Workspace> find(String project) {
    return projects.find(project);
  }

  @Override
  public void close(Workspace workspace) {
    projects.close(workspace);
  }
}
