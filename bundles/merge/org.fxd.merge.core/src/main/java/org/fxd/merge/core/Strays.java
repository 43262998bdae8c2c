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
  /**
   * One that may live in its file.
   *
   * @param own how many marker lines that file had before
   */
  private record Lost(Living conflict, int own) {}

  private final Map<NodeId, Spot> files = new LinkedHashMap<>();
  private final Map<NodeId, List<Lost>> lost = new LinkedHashMap<>();

  /** Takes one whose node has none of its marker lines. */
  void add(NodeId id, Spot file, Stood stood, Undecided undecided) {
    files.put(file.entry().id(), file);
    lost.computeIfAbsent(file.entry().id(), key -> new ArrayList<>())
        .add(new Lost(new Living(id, file, undecided), stood.markers()));
  }

  /**
   * Those of them that live in their file. One whose hunk is there as it was written does; one
   * whose is not, as long as there is a marker line that is of no other and was not in the file
   * before.
   *
   * @param living those that live in their nodes: what is in these is theirs
   */
  List<Living> among(List<Living> living) {
    Set<NodeId> owners = living.stream().map(Living::id).collect(Collectors.toSet());
    List<Living> found = new ArrayList<>();
    lost.forEach(
        (id, all) -> {
          StringBuilder text = new StringBuilder(text(files.get(id).entry(), owners));
          found.addAll(in(text, all));
        });
    return found;
  }

  private static List<Living> in(StringBuilder text, List<Lost> all) {
    List<Living> found = new ArrayList<>();
    List<Lost> rest = new ArrayList<>();
    for (Lost it : all) {
      if (takeHunks(text, it.conflict().undecided())) {
        found.add(it.conflict());
      } else {
        rest.add(it);
      }
    }
    String left = text.toString();
    rest.stream()
        .filter(it -> MarkerLines.anyOf(it.conflict().undecided(), left))
        .filter(it -> MarkerLines.count(left) > it.own())
        .forEach(it -> found.add(it.conflict()));
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

  /** The text of a file without what is in some of its nodes. */
  static String text(Entry file, Set<NodeId> without) {
    StringBuilder text = new StringBuilder();
    collect(file, without, text);
    return text.toString();
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
