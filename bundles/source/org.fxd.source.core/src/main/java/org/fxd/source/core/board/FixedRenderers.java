package org.fxd.source.core.board;

import java.util.List;
import org.fxd.source.api.view.ViewRenderer;

/** Renderers outside a container. */
public record FixedRenderers(List<ViewRenderer> renderers) implements Renderers {
  /** Those that FXD brings. */
  public static FixedRenderers own() {
    return new FixedRenderers(List.of(new MarkersRenderer(), new PlainRenderer()));
  }

  public FixedRenderers {
    renderers = List.copyOf(renderers);
  }

  @Override
  public ViewRenderer named(String name) {
    return renderers.stream()
        .filter(renderer -> renderer.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> RendererBoard.missing(name, renderers.stream().map(ViewRenderer::name).toList()));
  }
}
