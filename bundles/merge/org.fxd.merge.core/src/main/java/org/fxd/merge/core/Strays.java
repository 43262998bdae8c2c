package org.fxd.merge.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.NodeId;

/**
 * Conflicts whose marker lines are no longer in their nodes, but may be elsewhere in the files: who
 * scans a text with marker lines may find other snippets in it, or none.
 */
final class Strays {
  private final Map<NodeId, Spot> files = new LinkedHashMap<>();
  private final Map<NodeId, List<Living>> lost = new LinkedHashMap<>();

  /** Takes one whose node has none of its marker lines. */
  void add(NodeId id, Spot file, Undecided undecided) {
    files.put(file.entry().id(), file);
    lost.computeIfAbsent(file.entry().id(), key -> new ArrayList<>())
        .add(new Living(id, file, undecided));
  }

  /**
   * Those of them that live in their file. One whose hunk is there as it was written does; one
   * whose is not, as long as there is a marker line that is of no other.
   *
   * @param living those that live in their nodes: what is in these is theirs
   */
  List<Living> among(List<Living> living) {
    Set<NodeId> owners = living.stream().map(Living::id).collect(Collectors.toSet());
    List<Living> found = new ArrayList<>();
    lost.forEach(
        (id, all) -> {
          StringBuilder text = new StringBuilder();
          collect(files.get(id).entry(), owners, text);
          found.addAll(in(text, all));
        });
    return found;
  }

  private static List<Living> in(StringBuilder text, List<Living> all) {
    List<Living> found = new ArrayList<>();
    List<Living> rest = new ArrayList<>();
    for (Living it : all) {
      (takeHunks(text, it.undecided()) ? found : rest).add(it);
    }
    for (Living it : rest) {
      if (MarkerLines.anyOf(it.undecided(), text.toString())) {
        found.add(it);
      }
    }
    return found;
  }

  private static boolean takeHunks(StringBuilder text, Undecided undecided) {
    boolean taken = false;
    for (Hunk hunk : Hunk.all(undecided)) {
      int at = text.indexOf(hunk.shown());
      if (at >= 0) {
        text.delete(at, at + hunk.shown().length());
        taken = true;
      }
    }
    return taken;
  }

  private static void collect(Entry entry, Set<NodeId> owners, StringBuilder text) {
    if (owners.contains(entry.id())) {
      return;
    }
    Texts.of(entry.node().value()).ifPresent(text::append);
    for (Entry child : entry.node().entries()) {
      collect(child, owners, text);
    }
  }
}
