package org.fxd.git.jgit.identity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/** Who stands in folders. */
public final class EntryIds {
  private EntryIds() {}

  /** Adds the id of an entry, and of all files, links and folders within it. */
  public static void add(Entry uppermost, Set<NodeId> ids) {
    ids.add(uppermost.id());
    addBelow(uppermost.node(), ids);
  }

  /** Adds the ids of all files, links and folders within a node; there are none in a file. */
  public static void addBelow(Node uppermost, Set<NodeId> ids) {
    Deque<Node> open = new ArrayDeque<>();
    open.push(uppermost);
    while (!open.isEmpty()) {
      Node folder = open.pop();
      if (folder.kind().equals(Kind.FOLDER)) {
        for (Entry entry : folder.entries()) {
          ids.add(entry.id());
          open.push(entry.node());
        }
      }
    }
  }
}
