package org.fxd.graph.core.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.core.change.Replay;
import org.fxd.graph.core.cursor.SameForm;
import org.fxd.graph.core.node.FirstRoot;
import org.fxd.graph.core.node.TreeBuilder;

/** Makes the nodes that states are kept as. */
final class StateEdit {
  /** What ids are made of, together with names. */
  private static final byte[] SEED = "state:".getBytes(StandardCharsets.UTF_8);

  private StateEdit() {}

  /** The state of a new project: empty folders, and a head on the first branch. */
  static Node first(String branch) {
    NodeBuilder refs = new TreeBuilder(Kind.REFS);
    NodeBuilder state = new TreeBuilder(Kind.STATE);
    setRef(refs, State.HEAD, Ref.to(branch));
    return state
        .put(entry(ProjectState.ROOT, FirstRoot.of()))
        .put(entry(ProjectState.REFS, refs.build()))
        .build();
  }

  /** A state with another root and other references. */
  static Node with(Node state, Node root, Map<String, Optional<Ref>> refs) {
    NodeBuilder edited = state.builder();
    edited.put(entry(ProjectState.ROOT, root));
    NodeBuilder holder = edited.child(ProjectState.REFS);
    refs.forEach((name, ref) -> setRef(holder, name, ref.orElse(null)));
    return edited.build();
  }

  /** Does what turned one state into another on a third. */
  static Node replay(SameForm roots, Node base, Node changed, Node onto) {
    Node root =
        roots.replay(
            base.child(ProjectState.ROOT),
            changed.child(ProjectState.ROOT),
            onto.child(ProjectState.ROOT));
    Node refs =
        Replay.replay(
            base.child(ProjectState.REFS),
            changed.child(ProjectState.REFS),
            onto.child(ProjectState.REFS));
    return onto.builder()
        .put(entry(ProjectState.ROOT, root))
        .put(entry(ProjectState.REFS, refs))
        .build();
  }

  private static void setRef(NodeBuilder refs, String name, Ref ref) {
    Name key = Name.of(name);
    if (ref == null) {
      refs.remove(key);
    } else {
      Value value =
          ref instanceof Ref.Direct direct
              ? Value.of(direct.hash())
              : Value.of(((Ref.Symbolic) ref).target());
      refs.put(entry(key, new TreeBuilder(Kind.REF).value(value).build()));
    }
  }

  private static Entry entry(Name name, Node node) {
    byte[] seed = Arrays.copyOf(SEED, SEED.length + name.length());
    System.arraycopy(name.bytes(), 0, seed, SEED.length, name.length());
    return new Entry(NodeId.derived(Hash.ofContent(seed)), name, Place.NONE, node);
  }
}
