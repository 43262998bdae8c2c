package org.fxd.graph.core.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;

/**
 * A state, read from the node that it is kept as when asked.
 *
 * @param node the node of kind {@code state}
 * @param operation the operation that made it
 */
public record ProjectState(Node node, Hash operation) implements State {
  /** The name of the entry that holds the root. */
  public static final Name ROOT = Name.of("root");

  /** The name of the entry that holds the references. */
  public static final Name REFS = Name.of("refs");

  /** The id of the entry that holds the root. */
  static final NodeId ROOT_ID =
      NodeId.derived(Hash.ofContent("state:root".getBytes(StandardCharsets.UTF_8)));

  private static final int DEEPEST = 5;

  @Override
  public Node root() {
    return node.child(ROOT);
  }

  /** The node that holds the references. */
  Node refs() {
    return node.child(REFS);
  }

  @Override
  public Optional<Ref> ref(String name) {
    Node ref = refs().child(name);
    return ref.exists() ? Optional.of(ref(name, ref.value())) : Optional.empty();
  }

  @Override
  public Optional<Hash> resolve(String name) {
    Optional<Ref> ref = ref(name);
    for (int depth = 0; depth < DEEPEST && ref.isPresent(); depth++) {
      if (ref.get() instanceof Ref.Symbolic symbolic) {
        ref = ref(symbolic.target());
      } else if (ref.get() instanceof Ref.Direct direct) {
        return Optional.of(direct.hash());
      }
    }
    return ref.filter(Ref.Direct.class::isInstance).map(last -> ((Ref.Direct) last).hash());
  }

  @Override
  public SortedMap<String, Ref> refs(String prefix) {
    SortedMap<String, Ref> found = new TreeMap<>();
    for (Entry entry : refs().entries()) {
      String name = entry.name().toString();
      if (name.startsWith(prefix)) {
        found.put(name, ref(name, entry.node().value()));
      }
    }
    return Collections.unmodifiableSortedMap(found);
  }

  private static Ref ref(String name, Value value) {
    if (value instanceof Value.Link link) {
      return Ref.to(link.hash());
    }
    if (value instanceof Value.Text text) {
      return Ref.to(text.text());
    }
    throw new StoreException("The reference '" + name + "' holds neither an object nor a name.");
  }
}
