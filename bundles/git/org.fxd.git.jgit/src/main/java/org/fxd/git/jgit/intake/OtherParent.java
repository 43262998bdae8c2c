package org.fxd.git.jgit.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fxd.git.jgit.identity.EntryIds;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;

/**
 * A parent of a merge that is not the first: what stands in its tree may go on in the merge, if the
 * first parent does not have it somewhere else.
 */
final class OtherParent {
  private final Node first;
  private final Node code;
  private Set<NodeId> elsewhere;

  /**
   * A parent.
   *
   * @param first what the first parent's {@code code} is
   * @param code what its own is
   */
  OtherParent(Node first, Node code) {
    this.first = first;
    this.code = code;
  }

  /** What stands at a path, if it is a folder or if it is none, as asked. */
  Optional<Entry> at(GitPath path, boolean folder) {
    return CodePaths.find(code, path)
        .filter(entry -> entry.node().kind().equals(Kind.FOLDER) == folder);
  }

  /** Whether the first parent has something with that id where this one has not. */
  boolean isElsewhere(NodeId id) {
    if (elsewhere == null) {
      elsewhere = new HashSet<>();
      look();
    }
    return elsewhere.contains(id);
  }

  /** Looks at what differs only: what is equal in both stands at one path in both. */
  private void look() {
    record Pair(Node first, Node other) {}
    Deque<Pair> open = new ArrayDeque<>();
    open.push(new Pair(first, code));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      pair.first()
          .diff(
              pair.other(),
              new NodeDiff() {
                @Override
                public boolean added(Entry entry) {
                  EntryIds.add(entry, elsewhere);
                  return true;
                }

                @Override
                public boolean removed(Entry entry) {
                  return true;
                }

                @Override
                public boolean changed(Entry before, Entry after) {
                  boolean same = before.name().equals(after.name());
                  if (!same) {
                    elsewhere.add(after.id());
                  }
                  if (isFolder(before) && isFolder(after) && same) {
                    open.push(new Pair(after.node(), before.node()));
                  } else if (isFolder(after)) {
                    EntryIds.addBelow(after.node(), elsewhere);
                  }
                  return true;
                }
              });
    }
  }

  private static boolean isFolder(Entry entry) {
    return entry.node().kind().equals(Kind.FOLDER);
  }
}
