package org.fxd.source.core.marker;

import java.util.List;
import org.fxd.source.api.marker.CommentStyle;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.marker.Markers;
import org.osgi.service.component.annotations.Component;

/** Markers in text. */
@Component
public final class TextMarkers implements Markers {
  @Override
  public CommentStyle style(String language) {
    return CommentStyles.of(language);
  }

  @Override
  public String wrap(Marked snippet) {
    return MarkerText.wrap(snippet);
  }

  @Override
  public List<Piece> parse(String text) {
    return List.copyOf(new MarkerParser(text).parse());
  }
}
