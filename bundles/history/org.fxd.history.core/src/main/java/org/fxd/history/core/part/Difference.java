package org.fxd.history.core.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;

/**
 * The entries in which two trees differ, and those above them, with where each stands in either.
 *
 * <p>A file that is raw in one of the trees is looked into where that can matter: if the other form
 * has inner nodes that may have come from there, or gone there, or if something in it is selected.
 */
final class Difference {
  /** Stands for the root, which no entry holds. */
  static final NodeId ROOT = new NodeId(0, 0);

  private final Projections projections;
  private final Set<NodeId> selectedFiles;
  private final Map<NodeId, Standing> before = new LinkedHashMap<>();
  private final Map<NodeId, Standing> after = new LinkedHashMap<>();
  private final List<NodeId> unopened = new ArrayList<>();

  private Difference(Projections projections, Set<NodeId> selectedFiles) {
    this.projections = projections;
    this.selectedFiles = selectedFiles;
  }

  /** Compares two trees. */
  static Difference of(
      Node earlier, Node later, Projections projections, Set<NodeId> selectedFiles) {
    Difference difference = new Difference(projections, selectedFiles);
    difference.keep(
        ROOT,
        new Entry(ROOT, Name.EMPTY, Place.NONE, earlier),
        new Entry(ROOT, Name.EMPTY, Place.NONE, later));
    difference.openGone();
    return difference;
  }

  /** Where entries stood. */
  Map<NodeId, Standing> before() {
    return Collections.unmodifiableMap(before);
  }

  /** Where entries stand. */
  Map<NodeId, Standing> after() {
    return Collections.unmodifiableMap(after);
  }

  private void keep(NodeId parent, Entry from, Entry to) {
    boolean inner = raw(from) != raw(to) || selectedFiles.contains(to.id());
    Node left = inner ? projections.whole(from) : from.node();
    Node right = inner ? projections.whole(to) : to.node();
    before.put(from.id(), new Standing(parent, from, left));
    after.put(to.id(), new Standing(parent, to, right));
    if (left.equals(right)) {
      return;
    }
    if (!left.kind().equals(right.kind())) {
      // They have nothing to do with each other but the id.
      left.entries().forEach(entry -> meet(before, to.id(), entry));
      right.entries().forEach(entry -> meet(after, to.id(), entry));
      return;
    }
    NodeId here = to.id();
    right.diff(
        left,
        new NodeDiff() {
          @Override
          public boolean added(Entry entry) {
            meet(after, here, entry);
            return true;
          }

          @Override
          public boolean removed(Entry entry) {
            meet(before, here, entry);
            return true;
          }

          @Override
          public boolean changed(Entry earlier, Entry later) {
            keep(here, earlier, later);
            return true;
          }
        });
  }

  /** An entry that has come to a parent, or is gone from it, with all that is below it. */
  private void meet(Map<NodeId, Standing> tree, NodeId parent, Entry entry) {
    boolean inner = selectedFiles.contains(entry.id());
    Node seen = inner ? projections.whole(entry) : entry.node();
    tree.put(entry.id(), new Standing(parent, entry, seen));
    if (raw(entry) && !inner && tree == before) {
      unopened.add(entry.id());
    }
    seen.entries().forEach(below -> meet(tree, entry.id(), below));
  }

  /** Raw files that are gone are looked into only if there are snippets that may be theirs. */
  private void openGone() {
    boolean came =
        after.entrySet().stream()
            .anyMatch(
                standing ->
                    standing.getValue().entry().node().kind().equals(Kind.SNIPPET)
                        && !before.containsKey(standing.getKey()));
    if (!came) {
      return;
    }
    for (NodeId id : unopened) {
      Standing standing = before.get(id);
      Node seen = projections.whole(standing.entry());
      before.put(id, new Standing(standing.parent(), standing.entry(), seen));
      seen.entries().forEach(below -> meet(before, id, below));
    }
  }

  private static boolean raw(Entry entry) {
    Node node = entry.node();
    return node.kind().equals(Kind.FILE) && node.value().asBlob().isPresent();
  }
}
