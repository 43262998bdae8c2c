package org.fxd.source.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.projection.Projector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Sketch;
import org.fxd.source.core.text.Piece;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The snippets of raw files, for all who look through the graph. */
@Component
public final class FileProjector implements Projector {
  private final Projections projections;

  @Activate
  public FileProjector(@Reference Projections projections) {
    this.projections = projections;
  }

  @Override
  public Kind kind() {
    return Kind.FILE;
  }

  @Override
  public String version() {
    return projections.version();
  }

  @Override
  public boolean isProjected(Node node) {
    return Projections.isProjected(node);
  }

  @Override
  public Node project(NodeId id, Name name, Node node, Cancellation cancellation) {
    return projections.scanned(id, name, node, cancellation);
  }

  @Override
  public Node project(NodeId id, Name name, Node node, byte[] hint, Cancellation cancellation) {
    return projections.scanned(id, name, node, hint, cancellation);
  }

  @Override
  public Optional<Outline> outline(NodeId id, Name name, Node node, Cancellation cancellation) {
    return projections.sketch(id, name, node, cancellation).map(FileProjector::outline);
  }

  private static Outline outline(Sketch sketch) {
    // Types are few: their metadata are shared.
    Map<String, Map<String, Value>> types = new HashMap<>();
    List<Outline.Inner> inner = new ArrayList<>();
    for (Piece piece : sketch.outline().snippets()) {
      Map<String, Value> metadata =
          types.computeIfAbsent(piece.type(), type -> Map.of(FileMeta.TYPE, Value.of(type)));
      inner.add(
          new Outline.Inner(sketch.identity().id(piece), piece.name(), Kind.SNIPPET, metadata));
    }
    return new Outline(
        Map.of(FileMeta.LANGUAGE, Value.of(sketch.language())), inner, sketch.hint());
  }
}
