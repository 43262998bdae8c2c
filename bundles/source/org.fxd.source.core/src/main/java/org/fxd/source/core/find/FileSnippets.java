package org.fxd.source.core.find;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.Outline;

/** The outline and the snippets of files in either form. */
public final class FileSnippets {
  private final Projections projections;

  public FileSnippets(Projections projections) {
    this.projections = projections;
  }

  /** The snippets of a file, in order; none if it is a link or not text. */
  public List<Snippet> of(SourceFile file) {
    return of(file, outline(file));
  }

  /** The snippets of a file whose outline is known. */
  public List<Snippet> of(SourceFile file, Outline outline) {
    String language =
        outline
            .node()
            .map(node -> node.metadata(FileMeta.LANGUAGE))
            .flatMap(Value::asText)
            .orElseGet(() -> Languages.of(file.entry().name()));
    return SnippetList.of(file.path(), outline, language);
  }

  /** The outline of a file; without bytes if it is a link or not text. */
  public Outline outline(SourceFile file) {
    return scanned(file).map(Outline::of).orElse(Outline.EMPTY);
  }

  private Optional<Node> scanned(SourceFile file) {
    Node node = file.entry().node();
    if (!node.kind().equals(Kind.FILE)) {
      return Optional.empty();
    }
    return Optional.of(projections.scanned(file.entry().id(), file.entry().name(), node))
        .filter(scanned -> !FileNodes.isRaw(scanned));
  }
}
