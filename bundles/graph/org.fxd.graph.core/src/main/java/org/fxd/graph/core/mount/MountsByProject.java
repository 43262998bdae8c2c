package org.fxd.graph.core.mount;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fxd.graph.api.mount.Mount;
import org.fxd.graph.api.mount.Mounts;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Registers the {@link Mounts} of each open project. Immediate, so that they are there when {@code
 * open} returns; the mounts themselves are only made when someone looks.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.graph.api.mount.Mounts\"")
public final class MountsByProject {
  private final BundleContext context;
  private final List<ServiceReference<Mount>> mounts = new CopyOnWriteArrayList<>();
  private final Map<Workspace, ServiceRegistration<Mounts>> registrations = new HashMap<>();

  /** Called by the container. */
  @Activate
  public MountsByProject(BundleContext context) {
    this.context = context;
  }

  @Reference(
      service = Mount.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addMount(ServiceReference<Mount> mount) {
    mounts.add(mount);
  }

  void removeMount(ServiceReference<Mount> mount) {
    mounts.remove(mount);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addWorkspace(Workspace workspace) {
    String project = workspace.project();
    synchronized (registrations) {
      registrations.put(
          workspace,
          context.registerService(
              Mounts.class,
              new ProjectMounts(() -> of(project)),
              FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project))));
    }
  }

  void removeWorkspace(Workspace workspace) {
    synchronized (registrations) {
      ServiceRegistration<Mounts> registration = registrations.remove(workspace);
      if (registration != null) {
        registration.unregister();
      }
    }
  }

  @Deactivate
  void stop() {
    synchronized (registrations) {
      registrations.values().forEach(ServiceRegistration::unregister);
      registrations.clear();
    }
  }

  private Map<String, Mount> of(String project) {
    Map<String, Mount> found = new HashMap<>();
    mounts.stream()
        .sorted(Comparator.naturalOrder())
        .filter(reference -> project.equals(reference.getProperty(Workspace.PROJECT)))
        .forEach(
            reference -> {
              Mount mount = context.getService(reference);
              if (mount != null && reference.getProperty(Mount.NAME) instanceof String name) {
                found.put(name, mount); // A later one ranks higher.
              }
            });
    return found;
  }
}
