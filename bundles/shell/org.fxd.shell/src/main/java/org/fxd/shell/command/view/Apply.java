package org.fxd.shell.command.view;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewRenderer;

/**
 * Takes the edited text of a view back, and answers with what became of its snippets.
 *
 * @param context the call
 * @param markers reads markers
 * @param options what to do with the exceptional
 */
record Apply(CommandContext context, Markers markers, PatchOptions options) {
  /**
   * Does it, in one operation.
   *
   * @param rendered the root that the text was rendered from; empty if that is not known: then the
   *     checksums of markers tell what has changed since
   */
  void run(MeantView view, Optional<Node> rendered, String text) {
    Patched[] patched = new Patched[1];
    context
        .workspace()
        .session(context.origin())
        .change(
            "apply " + view.title(),
            transaction -> patched[0] = patch(transaction, view, rendered, text));
    new AppliedText(context, view.title(), patched[0]).answer();
  }

  private Patched patch(
      Transaction transaction, MeantView meant, Optional<Node> rendered, String text) {
    ProjectViews views = context.service(ProjectViews.class);
    if (meant instanceof MeantView.Named named) {
      Node now = transaction.base().root();
      return rendered.isEmpty() && isMarked(views, now, named.view(), text)
          ? views.applyMarked(transaction, text, options)
          : views.apply(transaction, rendered.orElse(now), named.view(), text, options);
    }
    FilePath file = ((MeantView.OfFile) meant).file().path();
    return views.applyFile(transaction, file, text.getBytes(StandardCharsets.UTF_8), options);
  }

  /** Whether a text has markers that are not in its snippets themselves. */
  private boolean isMarked(ProjectViews views, Node root, View view, String text) {
    return hasMarkers(text)
        && (view.renderer().equals(ViewRenderer.MARKERS)
            || !hasMarkers(views.render(root, view.renderer(ViewRenderer.PLAIN)).text()));
  }

  /** Whether there are markers; one that is wrong is one. */
  private boolean hasMarkers(String text) {
    try {
      return markers.parse(text).stream().anyMatch(piece -> piece instanceof Markers.Inside);
    } catch (FxdException e) {
      return true;
    }
  }
}
