package org.fxd.shell.call;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.workspace.Workspace;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Looks in the service registry. By hand, because the type is the caller's and known only when a
 * command asks.
 */
@Component
public final class RegistryServices implements ProjectServices {
  private final BundleContext context;

  /** Looks with the eyes of this bundle. */
  @Activate
  public RegistryServices(BundleContext context) {
    this.context = context;
  }

  @Override
  public <T> Optional<T> find(Class<T> type, Workspace workspace, Consumer<Runnable> later) {
    try {
      Optional<ServiceReference<T>> found =
          context.getServiceReferences(type, null).stream()
              .filter(
                  reference -> workspace.project().equals(reference.getProperty(Workspace.PROJECT)))
              .max(Comparator.naturalOrder());
      found.ifPresent(reference -> later.accept(() -> context.ungetService(reference)));
      return found.map(context::getService);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("No filter was given", e);
    }
  }
}
