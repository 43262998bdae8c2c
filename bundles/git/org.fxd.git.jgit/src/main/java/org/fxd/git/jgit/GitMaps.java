package org.fxd.git.jgit;

import java.util.HashMap;
import java.util.Map;
import org.fxd.git.api.history.GitMap;
import org.fxd.git.jgit.map.StoredGitMap;
import org.fxd.graph.api.workspace.Workspace;
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

/** Registers a {@link GitMap} for each project that is open. */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    attribute = "objectClass:List<String>=\"org.fxd.git.api.history.GitMap\"")
public final class GitMaps {
  private final BundleContext context;
  private final Map<Store, ServiceRegistration<GitMap>> maps = new HashMap<>();

  /** Called by the container. */
  @Activate
  public GitMaps(BundleContext context) {
    this.context = context;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void addStore(Store store, Map<String, Object> properties) {
    if (properties.get(Workspace.PROJECT) instanceof String project) {
      ServiceRegistration<GitMap> registration =
          context.registerService(
              GitMap.class,
              new StoredGitMap(store),
              FrameworkUtil.asDictionary(Map.of(Workspace.PROJECT, project)));
      synchronized (maps) {
        maps.put(store, registration);
      }
    }
  }

  void removeStore(Store store) {
    ServiceRegistration<GitMap> registration;
    synchronized (maps) {
      registration = maps.remove(store);
    }
    if (registration != null) {
      registration.unregister();
    }
  }

  @Deactivate
  void stop() {
    synchronized (maps) {
      maps.values().forEach(ServiceRegistration::unregister);
      maps.clear();
    }
  }
}
