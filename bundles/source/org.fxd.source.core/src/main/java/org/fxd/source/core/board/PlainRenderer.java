package org.fxd.source.core.board;

import java.util.List;
import java.util.Map;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ViewRenderer;
import org.osgi.service.component.annotations.Component;

/** Writes the bodies alone. */
@Component
public final class PlainRenderer implements ViewRenderer {
  @Override
  public String name() {
    return PLAIN;
  }

  @Override
  public List<Part> render(List<Marked> members, Map<String, String> options) {
    PartList parts = new PartList(Layout.of(options), members);
    for (int i = 0; i < members.size(); i++) {
      parts.between(i);
      parts.add(parts.shown(i), i);
    }
    return parts.list();
  }
}
