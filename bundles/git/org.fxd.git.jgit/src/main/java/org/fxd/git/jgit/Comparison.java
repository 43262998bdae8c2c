package org.fxd.git.jgit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.fxd.git.jgit.identity.EntryIds;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/**
 * Sets what a walk found beside what the project has: what stands at the same path continues its
 * entry; a file may become a link and the other way round, but a folder is another thing.
 */
final class Comparison {
  /**
   * A file or link that the project has and the folder has not.
   *
   * @param folder the names of the folders that it stood in
   */
  record Gone(List<Name> folder, Entry entry) {}

  private record Pair(Found found, Node before, List<Name> names) {}

  private final Node code;
  private final List<Gone> gone = new ArrayList<>();
  private final Deque<Pair> open = new ArrayDeque<>();

  private Comparison(Node code) {
    this.code = code;
  }

  /**
   * Compares.
   *
   * @param root what was found
   * @param code the project's {@code code}; it need not exist
   */
  static Comparison of(Found root, Node code) {
    Comparison comparison = new Comparison(code);
    if (code.exists() && code.hash().equals(root.knownNode())) {
      root.unchanged(code);
    } else {
      comparison.open.push(new Pair(root, code, List.of()));
    }
    while (!comparison.open.isEmpty()) {
      comparison.compare(comparison.open.pop());
    }
    return comparison;
  }

  /** The ids of all folders, files and links that the project has; looks through all of it. */
  Set<NodeId> ids() {
    Set<NodeId> ids = new HashSet<>();
    EntryIds.addBelow(code, ids);
    return ids;
  }

  /** The files and links that are gone from their paths. */
  List<Gone> gone() {
    return gone;
  }

  /** Both sides are in the order of names. */
  private void compare(Pair pair) {
    Iterator<Found> children = pair.found().children().iterator();
    Found next = children.hasNext() ? children.next() : null;
    for (Entry entry : pair.before().entries()) {
      while (next != null && next.name().compareTo(entry.name()) < 0) {
        next = children.hasNext() ? children.next() : null;
      }
      if (next != null && next.name().equals(entry.name())) {
        beside(pair, next, entry);
      } else {
        gone(pair.names(), entry);
      }
    }
  }

  private void beside(Pair pair, Found found, Entry entry) {
    if (entry.node().hash().equals(found.knownNode())) {
      found.before(entry);
      found.unchanged(entry.node());
      return;
    }
    boolean wasFolder = entry.node().kind().equals(Kind.FOLDER);
    if (found.type() == Found.Type.UNREADABLE) {
      found.before(entry);
    } else if (wasFolder != (found.type() == Found.Type.FOLDER)) {
      gone(pair.names(), entry);
    } else {
      found.before(entry);
      if (wasFolder) {
        open.push(new Pair(found, entry.node(), longer(pair.names(), entry.name())));
      }
    }
  }

  private void gone(List<Name> folder, Entry first) {
    record Step(List<Name> folder, Entry entry) {}
    Deque<Step> steps = new ArrayDeque<>();
    steps.push(new Step(folder, first));
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      Entry entry = step.entry();
      if (entry.node().kind().equals(Kind.FOLDER)) {
        List<Name> inside = longer(step.folder(), entry.name());
        entry.node().entries().forEach(child -> steps.push(new Step(inside, child)));
      } else {
        gone.add(new Gone(step.folder(), entry));
      }
    }
  }

  private static List<Name> longer(List<Name> names, Name last) {
    List<Name> longer = new ArrayList<>(names.size() + 1);
    longer.addAll(names);
    longer.add(last);
    return longer;
  }
}
