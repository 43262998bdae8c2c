package org.fxd.source.core.board;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.source.api.view.ViewRenderer;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The whiteboard of renderers; of two with one name, the one of the higher ranking. */
@Component(service = Renderers.class)
public final class RendererBoard implements Renderers {
  private final ConcurrentNavigableMap<ServiceReference<ViewRenderer>, ViewRenderer> renderers =
      new ConcurrentSkipListMap<>(Comparator.reverseOrder());

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bind(ViewRenderer renderer, ServiceReference<ViewRenderer> reference) {
    renderers.put(reference, renderer);
  }

  void unbind(ServiceReference<ViewRenderer> reference) {
    renderers.remove(reference);
  }

  @Override
  public ViewRenderer named(String name) {
    for (ViewRenderer renderer : renderers.values()) {
      if (renderer.name().equals(name)) {
        return renderer;
      }
    }
    List<String> names = renderers.values().stream().map(ViewRenderer::name).sorted().toList();
    throw missing(name, names);
  }

  static NotFoundException missing(String name, List<String> names) {
    return new NotFoundException(
        "There is no renderer '" + name + "' for views.",
        names.isEmpty()
            ? "None is installed at all."
            : "There is " + String.join(", ", names) + "; a plugin may bring more.");
  }
}
