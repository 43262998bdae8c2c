package org.fxd.graph.core.cursor;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.workspace.Cursor;

/** The newest tree of a project, and changes to it. Safe for use by any number of threads. */
public final class SessionGround implements Ground {
  /** Makes changes. */
  @FunctionalInterface
  public interface Changes {
    /**
     * Makes one change.
     *
     * @param edit edits the tree; returns a line for the operation log
     */
    void change(Function<EditedTree, String> edit);
  }

  private final Supplier<Node> newest;
  private final Finder finder;
  private final Expansions expansions;
  private final Changes changes;

  /**
   * The tree of a project.
   *
   * @param newest its newest root
   */
  public SessionGround(
      Supplier<Node> newest, Finder finder, Expansions expansions, Changes changes) {
    this.newest = newest;
    this.finder = finder;
    this.expansions = expansions;
    this.changes = changes;
  }

  /** A cursor at a path. */
  public Cursor at(NodePath path) {
    return new SessionCursor(this, Hold.at(this, path));
  }

  /** A cursor at a node. */
  public Cursor at(NodeId id) {
    return new SessionCursor(this, Hold.at(Way.unknown(id)));
  }

  @Override
  public Spot root() {
    return Spot.root(expansions, newest.get());
  }

  @Override
  public Optional<Spot> find(Way way) {
    Spot root = root();
    return Seeking.follow(root, way, Map.of())
        .or(
            () ->
                finder.find(root.stored(), way.id()).flatMap(match -> follow(root, Way.to(match))))
        .or(() -> inFile(root, way));
  }

  private static Optional<Spot> follow(Spot root, Way way) {
    return Seeking.follow(root, way, Map.of());
  }

  /** Looks through the file that a way leads into: a finder does not see pieces of text. */
  private Optional<Spot> inFile(Spot root, Way way) {
    for (Optional<Way> at = way.above(); at.isPresent(); at = at.get().above()) {
      Way above = at.get();
      Optional<Spot> there =
          follow(root, above)
              .or(
                  () ->
                      finder
                          .find(root.stored(), above.id())
                          .flatMap(match -> follow(root, Way.to(match))));
      if (there.isPresent()) {
        return there.get().nearest(Kind.FILE).flatMap(file -> Seeking.search(file, way.id(), true));
      }
    }
    return Optional.empty();
  }

  void change(Function<EditedTree, String> edit) {
    changes.change(edit);
  }
}
