package org.fxd.history.core.part;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.history.api.Selection;

/** Takes parts of the work in one project. Safe for use by any number of threads. */
public final class Selecting {
  private final Nodes nodes;
  private final Finder finder;
  private final Projections projections;

  /** Of one project. */
  public Selecting(Nodes nodes, Finder finder, Projections projections) {
    this.nodes = nodes;
    this.finder = finder;
    this.projections = projections;
  }

  /**
   * One tree with the selected part done of what turned it into another.
   *
   * @throws NotFoundException if nothing stands at a selected path, or has a selected id
   * @throws ConflictException if the part cannot stand by itself
   */
  public Node part(Node earlier, Node later, Selection selection) {
    if (isAll(selection)) {
      return later;
    }
    Search search = new Search(List.of(later, earlier));
    search.take(selection);
    return Part.of(nodes, projections, earlier, later, search.found());
  }

  /** Whether a selection means everything there may be. */
  public static boolean isAll(Selection selection) {
    if (selection instanceof Selection.AnyOf any) {
      return any.selections().stream().anyMatch(Selecting::isAll);
    }
    return selection instanceof Selection.All
        || selection instanceof Selection.At at && at.path().isRoot();
  }

  private final class Search {
    private final List<Node> trees;
    private final Set<NodeId> ids = new HashSet<>();
    private final Set<NodeId> files = new HashSet<>();

    Search(List<Node> trees) {
      this.trees = trees;
    }

    Selected found() {
      return new Selected(ids, files);
    }

    /** Takes in what a selection means. */
    void take(Selection selection) {
      if (selection instanceof Selection.At at) {
        at(at.path());
      } else if (selection instanceof Selection.Found found) {
        for (Node tree : trees) {
          finder.select(tree, found.selector()).forEach(this::add);
        }
      } else if (selection instanceof Selection.Those those) {
        those.ids().forEach(this::those);
      } else if (selection instanceof Selection.AnyOf any) {
        any.selections().forEach(this::take);
      }
    }

    private void at(NodePath path) {
      boolean found = false;
      for (Node tree : trees) {
        Optional<Match> match = finder.find(tree, path);
        match.ifPresent(this::add);
        found |= match.isPresent();
      }
      if (!found) {
        throw new NotFoundException(
            "There is no node " + path + ", neither here nor in the commit checked out",
            "fxd:status shows what differs");
      }
    }

    private void those(NodeId id) {
      boolean found = false;
      for (Node tree : trees) {
        Optional<Match> match = finder.find(tree, id);
        match.ifPresent(this::add);
        found |= match.isPresent();
      }
      if (!found) {
        throw new NotFoundException(
            "There is no node with the id "
                + id.brief()
                + ", neither here nor in the commit checked out",
            "fxd:query finds nodes and shows their ids");
      }
    }

    private void add(Match match) {
      ids.add(match.id());
      match
          .parent()
          .flatMap(parent -> parent.nearest(Kind.FILE))
          .ifPresent(file -> files.add(file.id()));
    }
  }
}
