package org.fxd.git.jgit;

import java.util.List;
import org.fxd.git.api.ImportReport;
import org.fxd.git.jgit.Comparison.Gone;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.source.api.Sources;

/** Makes the tree that a project's {@code code} becomes when a folder is taken in. */
final class FolderTree {
  /**
   * A tree.
   *
   * @param code the node of {@code code}; the one before, if nothing differs
   * @param report what was found, and what differs
   */
  record Made(Node code, ImportReport report) {}

  private final Nodes nodes;
  private final Sources sources;
  private final Progress progress;
  private final Cancellation cancellation;

  FolderTree(Nodes nodes, Sources sources, Progress progress, Cancellation cancellation) {
    this.nodes = nodes;
    this.sources = sources;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Makes it.
   *
   * @param survey what stands in the folder
   * @param code what the project has
   * @param taker where contents go that the project does not have
   * @param scan whether the snippets of what is new are counted
   */
  Made make(Survey survey, Node code, Taker taker, boolean scan) {
    Comparison comparison = Comparison.of(survey.root(), code);
    List<Found> files = survey.all(Found.Type.FILE);
    progress.phase(scan ? "reading and scanning files" : "reading files", files.size());
    List<String> unread = new Reading(sources, taker, scan, progress, cancellation).read(files);
    List<Found> all = survey.all(Found.Type.FILE, Found.Type.SYMLINK, Found.Type.GITLINK);
    progress.phase("following what changed", -1);
    List<Gone> gone =
        new MovedFiles(sources, cancellation)
            .match(
                comparison.gone(), all.stream().filter(each -> each.before().isEmpty()).toList());
    giveIds(survey, comparison);
    cancellation.check();
    new FileNodes(nodes, sources, cancellation).make(all, gone);
    if (scan) {
      countRest(files);
    }
    cancellation.check();
    Node made = new TreeAssembly(nodes).build(survey, code);
    return new Made(made, new Census(sources).take(survey, gone.size(), unread));
  }

  private static void giveIds(Survey survey, Comparison comparison) {
    List<Found> born =
        survey
            .all(Found.Type.FOLDER, Found.Type.FILE, Found.Type.SYMLINK, Found.Type.GITLINK)
            .stream()
            .filter(found -> found.id() == null)
            .toList();
    if (born.isEmpty()) {
      return; // What the project has is not looked through then.
    }
    FileIds ids = new FileIds(comparison.ids());
    for (Found found : born) {
      found.id(
          found.type() == Found.Type.FOLDER ? ids.folder(found.names()) : ids.file(found.names()));
    }
  }

  private void countRest(List<Found> files) {
    List<Found> rest =
        files.stream().filter(file -> file.node() != null && file.snippets() < 0).toList();
    progress.phase("counting what changed", rest.size());
    for (Found file : rest) {
      cancellation.check();
      file.snippets(sources.count(file.name(), file.node(), cancellation));
      progress.advance(1);
    }
  }
}
