package org.fxd.graph.core.owner;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.delta.SiblingOrder;
import org.fxd.graph.core.projection.Projectors;

/**
 * What ownership means, without any thrift: after each operation it looks at every node of both
 * trees, inside files too, and knows the marks of each.
 */
final class OwnerOracle {
  /** A node as it is seen: inside a raw file as it is projected. */
  private record Seen(NodeId parent, Entry entry, Node node, Optional<NodeId> rawFile) {
    boolean isPiece() {
      return node.kind().equals(Kind.HEAD) || node.kind().equals(Kind.GAP);
    }

    Node stored() {
      return entry.node();
    }

    boolean isRaw() {
      return isBlob(stored());
    }
  }

  private final Projectors projectors;
  private final NodeId root;
  private Map<NodeId, Mark> marks = new HashMap<>();
  private final Map<NodeId, Mark> contents = new HashMap<>();
  private final Map<NodeId, Long> owners = new HashMap<>();
  private final Map<NodeId, Long> contentOwners = new HashMap<>();
  private long number = 1;

  OwnerOracle(Projectors projectors, NodeId root, Node first) {
    this.projectors = projectors;
    this.root = root;
    seen(first).forEach((id, seen) -> marks.put(id, Mark.FIRST));
    marks.put(root, Mark.FIRST);
  }

  /** The marks of all nodes that have some. */
  Map<NodeId, Mark> marks() {
    return marks;
  }

  private Map<NodeId, Seen> seen(Node node) {
    Map<NodeId, Seen> all = new LinkedHashMap<>();
    see(root, node, Optional.empty(), all);
    return all;
  }

  /** Whether each id stands for one node, inside files too. */
  boolean areUnique(Node node) {
    return see(root, node, Optional.empty(), new HashMap<>());
  }

  private boolean see(
      NodeId parent, Node container, Optional<NodeId> rawFile, Map<NodeId, Seen> all) {
    boolean unique = true;
    for (Entry entry : container.entries()) {
      Node node = projectors.expand(entry, Cancellation.none());
      unique &= all.put(entry.id(), new Seen(parent, entry, node, rawFile)) == null;
      boolean raw = rawFile.isEmpty() && projectors.of(entry.node()).isPresent();
      unique &= see(entry.id(), node, raw ? Optional.of(entry.id()) : rawFile, all);
    }
    return unique;
  }

  /**
   * Whether nothing goes from somewhere into a file that comes, or out of a file that is gone to
   * somewhere that is no file: nobody looks for that.
   */
  boolean areFilesApart(Node earlier, Node later) {
    Map<NodeId, Seen> before = seen(earlier);
    Map<NodeId, Seen> after = seen(later);
    boolean apart = true;
    for (Map.Entry<NodeId, Seen> entry : after.entrySet()) {
      Seen was = before.get(entry.getKey());
      if (was != null) {
        List<NodeId> from = files(was, before);
        List<NodeId> to = files(entry.getValue(), after);
        apart &= !from.isEmpty() || before.keySet().containsAll(to);
        apart &= !to.isEmpty() || after.keySet().containsAll(from);
      }
    }
    return apart;
  }

  /** The files that a node is inside of. */
  private static List<NodeId> files(Seen seen, Map<NodeId, Seen> all) {
    List<NodeId> files = new ArrayList<>();
    for (Seen at = all.get(seen.parent()); at != null; at = all.get(at.parent())) {
      if (at.node().kind().equals(Kind.FILE)) {
        files.add(at.entry().id());
      }
    }
    return files;
  }

  private static boolean isBlob(Node node) {
    return node.value().asBlob().isPresent();
  }

  /** Whether a node is looked at one by one: not in a raw file, unless its other form is there. */
  private static boolean isCompared(Seen seen, Map<NodeId, Seen> other) {
    return seen.rawFile().isEmpty()
        || Optional.ofNullable(other.get(seen.rawFile().get()))
            .filter(file -> file.node().kind().equals(Kind.FILE) && !file.isRaw())
            .isPresent();
  }

  void operation(Node earlier, Node later) {
    number++;
    Map<NodeId, Seen> before = seen(earlier);
    Map<NodeId, Seen> after = seen(later);
    Map<NodeId, Mark> next = new HashMap<>();
    boolean rootDiffers = !own(earlier).equals(own(later));
    Mark ofRoot = marks.get(root);
    next.put(root, rootDiffers ? new Mark(ofRoot.created(), number) : ofRoot);
    Map<NodeId, Mark> contentsNext = new HashMap<>();
    Set<NodeId> shifted = shifted(earlier, later, before, after);
    after.forEach(
        (id, seen) -> {
          if (!seen.isPiece()) {
            next.put(id, mark(id, seen, before, after, contentsNext, shifted));
            content(id, seen, before, after).ifPresent(mark -> contentsNext.put(id, mark));
          }
        });
    before.forEach(
        (id, seen) -> {
          boolean stays = after.containsKey(id) && isCompared(after.get(id), before);
          if (!seen.isPiece() && isCompared(seen, after) && !stays) {
            owners.put(id, marks.get(id).created());
            contentOwners.put(
                id, Optional.ofNullable(contents.get(id)).orElse(marks.get(id)).created());
          }
        });
    marks = next;
    contents.clear();
    contents.putAll(contentsNext);
  }

  private Mark mark(
      NodeId id,
      Seen seen,
      Map<NodeId, Seen> before,
      Map<NodeId, Seen> after,
      Map<NodeId, Mark> contentsNext,
      Set<NodeId> shifted) {
    Seen was = before.get(id);
    if (!isCompared(seen, before)) {
      NodeId file = seen.rawFile().orElseThrow();
      Seen fileWas = before.get(file);
      boolean same =
          fileWas != null
              && fileWas.stored().value().equals(after.get(file).stored().value())
              && was != null
              && was.rawFile().equals(seen.rawFile());
      return same ? marks.get(id) : contentsNext.get(file);
    }
    if (was == null || !isCompared(was, after)) {
      // Once it is back, what is known of it goes with it: if a raw file takes it away, it is lost.
      return Optional.ofNullable(owners.remove(id))
          .map(owner -> new Mark(owner, number))
          .orElseGet(() -> Mark.at(number));
    }
    Mark mark = marks.get(id);
    boolean changed =
        !was.parent().equals(seen.parent())
            || !was.entry().name().equals(seen.entry().name())
            || shifted.contains(id)
            || differs(was, seen);
    return changed ? new Mark(mark.created(), number) : mark;
  }

  /** What the nodes inside are marked with that say nothing themselves; empty of a leaf. */
  private Optional<Mark> content(
      NodeId id, Seen seen, Map<NodeId, Seen> before, Map<NodeId, Seen> after) {
    if (seen.stored().size() == 0 && !seen.isRaw()) {
      return Optional.empty();
    }
    Seen was = before.get(id);
    if (was == null || !isCompared(was, after)) {
      return Optional.of(
          Optional.ofNullable(contentOwners.remove(id))
              .map(owner -> new Mark(owner, number))
              .orElseGet(() -> Mark.at(number)));
    }
    boolean otherForm =
        was.node().kind().equals(seen.node().kind())
            && projectors.of(was.stored()).isPresent() != projectors.of(seen.stored()).isPresent();
    Node from = otherForm ? was.node() : was.stored();
    Node to = otherForm ? seen.node() : seen.stored();
    boolean replaced =
        seen.isRaw() && to == seen.stored() && !was.stored().value().equals(seen.stored().value());
    if (replaced) {
      return Optional.of(new Mark(marks.get(id).created(), number));
    }
    return Optional.of(from.size() == 0 && to.size() > 0 ? Mark.at(number) : contents.get(id));
  }

  private boolean differs(Seen was, Seen is) {
    boolean oneForm = was.isRaw() == is.isRaw();
    Node from = oneForm ? was.stored() : was.node();
    Node to = oneForm ? is.stored() : is.node();
    return !Objects.equals(own(from), own(to)) || !text(from).equals(text(to));
  }

  private static List<Object> own(Node node) {
    Map<String, Value> metadata = new HashMap<>(node.metadata());
    if (node.kind().equals(Kind.FILE)) {
      metadata.keySet().removeAll(Set.of("content", "size"));
    }
    return List.of(node.kind(), node.value(), metadata);
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : node.entries()) {
      if (entry.node().kind().equals(Kind.HEAD) || entry.node().kind().equals(Kind.GAP)) {
        text.append(entry.node().value().toString().replaceAll("\\s", ""));
      }
    }
    return text.toString();
  }

  /** What stands elsewhere among its siblings. */
  private Set<NodeId> shifted(
      Node earlier, Node later, Map<NodeId, Seen> before, Map<NodeId, Seen> after) {
    Map<NodeId, Set<NodeId>> byParent = new HashMap<>();
    after.forEach(
        (id, seen) -> {
          Seen was = before.get(id);
          if (was != null
              && was.parent().equals(seen.parent())
              && !was.entry().place().equals(seen.entry().place())) {
            byParent.computeIfAbsent(seen.parent(), key -> new HashSet<>()).add(id);
          }
        });
    Set<NodeId> shifted = new HashSet<>();
    byParent.forEach(
        (parent, ids) -> {
          Node from = parent.equals(root) ? earlier : before.get(parent).node();
          Node to = parent.equals(root) ? later : after.get(parent).node();
          shifted.addAll(SiblingOrder.moved(from, to, ids));
        });
    return shifted;
  }

  /** Heads and gaps, which have no owner of their own. */
  List<NodeId> pieces(Node node) {
    List<NodeId> pieces = new ArrayList<>();
    seen(node)
        .forEach(
            (id, seen) -> {
              if (seen.isPiece()) {
                pieces.add(id);
              }
            });
    return pieces;
  }
}
