package org.fxd.source.core.board;

import java.util.List;
import java.util.Map;
import org.fxd.source.api.marker.Checksum;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.view.ViewRenderer;
import org.fxd.source.core.marker.MarkerText;
import org.osgi.service.component.annotations.Component;

/** Writes each member between its markers. */
@Component
public final class MarkersRenderer implements ViewRenderer {
  @Override
  public String name() {
    return MARKERS;
  }

  @Override
  public List<Part> render(List<Marked> members, Map<String, String> options) {
    PartList parts = new PartList(Layout.of(options), members);
    for (int i = 0; i < members.size(); i++) {
      Marked member = members.get(i);
      parts.between(i);
      parts.add(MarkerText.begin(member, Checksum.of(member.body())) + "\n", -1);
      parts.add(MarkerText.escape(parts.shown(i)), i);
      parts.add("\n" + MarkerText.end(member), -1);
    }
    return parts.list();
  }
}
