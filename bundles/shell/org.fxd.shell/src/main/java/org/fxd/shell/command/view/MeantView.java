package org.fxd.shell.command.view;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.View;

/** What a person means by a view: one that someone made goes before a file of that path. */
sealed interface MeantView {
  /** One that someone made. */
  record Named(Name name, View view) implements MeantView {
    @Override
    public String title() {
      return name.toString();
    }
  }

  /** A file. */
  record OfFile(SourceFile file) implements MeantView {
    @Override
    public String title() {
      return file.path().toString();
    }
  }

  /** What it is called. */
  String title();

  /**
   * Finds it.
   *
   * @throws NotFoundException if there is neither; the hint names what comes close
   */
  static MeantView find(CommandContext context, Sources sources, String typed) {
    Node root = context.workspace().root();
    ProjectViews views = context.service(ProjectViews.class);
    Optional<View> view = views.find(root, Name.of(typed));
    if (view.isPresent()) {
      return new Named(Name.of(typed), view.get());
    }
    ProjectPath path;
    try {
      path = ProjectPath.find(sources, root, typed);
    } catch (NotFoundException e) {
      throw near(views, root, typed).orElse(e);
    }
    if (path instanceof ProjectPath.File file) {
      return new OfFile(file.file());
    }
    throw new UsageException(
        "'" + typed + "' is no view", "node:cat writes snippets, --all DIR whole folders");
  }

  /** The view of a name. */
  static Named named(CommandContext context, String typed) {
    Node root = context.workspace().root();
    ProjectViews views = context.service(ProjectViews.class);
    return views
        .find(root, Name.of(typed))
        .map(view -> new Named(Name.of(typed), view))
        .orElseThrow(
            () ->
                near(views, root, typed)
                    .orElseGet(
                        () ->
                            new NotFoundException(
                                "There is no view '" + typed + "'", "view:list shows the views")));
  }

  private static Optional<NotFoundException> near(ProjectViews views, Node root, String typed) {
    List<String> names = views.all(root).keySet().stream().map(Name::toString).toList();
    List<String> near = NearMisses.of(typed, names, 3);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NotFoundException(
                "There is no view '" + typed + "'",
                "did you mean " + String.join(" or ", near) + "?"));
  }

  /** Whether a file has text of which snippets can be taken. */
  default boolean isText() {
    return this instanceof Named
        || (this instanceof OfFile of && of.file().entry().node().kind().equals(Kind.FILE));
  }
}
