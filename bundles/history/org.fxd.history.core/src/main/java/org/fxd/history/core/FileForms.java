package org.fxd.history.core;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.projection.Forms;
import org.fxd.source.api.FileMeta;

/**
 * Sees through the two forms of a file: one that is raw here and scanned there, with equal content,
 * is no difference to history, neither when asked whether there is something to commit nor when
 * work follows a checkout.
 *
 * <p>Trees are walked with a stack of their own, so that deep ones do no harm.
 */
public final class FileForms {
  private FileForms() {}

  /** Two nodes to compare, and the way to them. */
  private record Pair(Pair parent, NodeId id, Node before, Node after) {}

  /** Whether two nodes, which may be files, are the same but for the form of files. */
  public static boolean same(Node one, Node other) {
    return formOnly(one, other) || !differ(one, other);
  }

  /** Whether two trees differ in more than the form of files. Stops at the first difference. */
  public static boolean differ(Node before, Node after) {
    Deque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(null, null, before, after));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      boolean same =
          pair.after()
              .diff(
                  pair.before(),
                  new Walk(pair, open) {
                    @Override
                    public boolean self(Node earlier, Node later) {
                      return false;
                    }

                    @Override
                    public boolean added(Entry entry) {
                      return false;
                    }

                    @Override
                    public boolean removed(Entry entry) {
                      return false;
                    }

                    @Override
                    boolean sameFile(Entry earlier, Entry later) {
                      return true;
                    }

                    @Override
                    boolean renamed() {
                      return false;
                    }
                  });
      if (!same) {
        return true;
      }
    }
    return false;
  }

  /**
   * A tree whose files take the form that they have in another tree, wherever that is all in which
   * the two differ.
   */
  static Node like(Node model, Node tree) {
    List<Pair> found = new ArrayList<>();
    Deque<Pair> open = new ArrayDeque<>();
    open.add(new Pair(null, null, model, tree));
    while (!open.isEmpty()) {
      Pair pair = open.pop();
      pair.after()
          .diff(
              pair.before(),
              new Walk(pair, open) {
                @Override
                boolean sameFile(Entry earlier, Entry later) {
                  found.add(new Pair(pair, later.id(), earlier.node(), later.node()));
                  return true;
                }
              });
    }
    if (found.isEmpty()) {
      return tree;
    }
    NodeBuilder builder = tree.builder();
    for (Pair file : found) {
      NodeBuilder folder = at(builder, file.parent());
      folder.put(folder.entry(file.id()).orElseThrow().withNode(file.before()));
    }
    return builder.build();
  }

  private static NodeBuilder at(NodeBuilder root, Pair pair) {
    Deque<NodeId> way = new ArrayDeque<>();
    for (Pair step = pair; step.parent() != null; step = step.parent()) {
      way.push(step.id());
    }
    NodeBuilder builder = root;
    for (NodeId id : way) {
      builder = builder.child(id);
    }
    return builder;
  }

  private static boolean formOnly(Node a, Node b) {
    return a.kind().equals(Kind.FILE)
        && b.kind().equals(Kind.FILE)
        && a.value().asBlob().isPresent() != b.value().asBlob().isPresent()
        && !a.metadata(FileMeta.CONTENT).equals(Value.NONE)
        && lasting(a).equals(lasting(b))
        && !Forms.saysMore(a.value().asBlob().isPresent() ? b : a);
  }

  /** The metadata without those that come and go with the form. */
  private static Map<String, Value> lasting(Node file) {
    Map<String, Value> metadata = new TreeMap<>(file.metadata());
    metadata.remove(FileMeta.LANGUAGE);
    metadata.remove(FileMeta.SIZE);
    return metadata;
  }

  private abstract static class Walk implements NodeDiff {
    private final Pair here;
    private final Deque<Pair> open;

    Walk(Pair here, Deque<Pair> open) {
      this.here = here;
      this.open = open;
    }

    abstract boolean sameFile(Entry earlier, Entry later);

    /** An entry that both have stands elsewhere or is called otherwise. */
    boolean renamed() {
      return true;
    }

    @Override
    public boolean added(Entry after) {
      return true;
    }

    @Override
    public boolean removed(Entry before) {
      return true;
    }

    @Override
    public boolean changed(Entry before, Entry after) {
      boolean stays = before.name().equals(after.name()) && before.place().equals(after.place());
      if (!stays && !renamed()) {
        return false;
      }
      if (before.node().equals(after.node())) {
        return true;
      }
      if (formOnly(before.node(), after.node())) {
        return sameFile(before, after);
      }
      open.push(new Pair(here, after.id(), before.node(), after.node()));
      return true;
    }
  }
}
