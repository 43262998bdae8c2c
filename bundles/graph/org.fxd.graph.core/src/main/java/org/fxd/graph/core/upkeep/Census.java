package org.fxd.graph.core.upkeep;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.entries.ChunkRef;
import org.fxd.graph.core.entries.Item;
import org.fxd.graph.core.entries.Leaf;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.graph.core.workspace.OperationLinks;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;

/**
 * Notes what a store has: of each object that it is there, what it names, and what is said of it.
 * What that means is found out afterwards, since objects are told in any order.
 */
final class Census implements Inspector {
  /** Eight bits from here on say as what types an object is named. The eight below: is told. */
  static final int WANTED = 8;

  /** It is named by something that only a name stands for, and has to be there. */
  static final int REFERRED = 1 << 16;

  /** Something that is needed names it. */
  static final int REACHED = 1 << 17;

  /** Two say different things of it. */
  static final int CLASH = 1 << 18;

  /** Its content has its hash, but is no such object. */
  static final int BROKEN = 1 << 19;

  /** An operation that has a state before. */
  static final int FOLLOWS = 1 << 20;

  private static final int TYPES = 0xff;

  private final KnownLinks links;
  private final Graph graph;

  /** What an object says of itself: a chunk's form, an operation's time, a commit's generation. */
  private final Longs said = new Longs();

  /**
   * What others say of it: a chunk's form, a blob's size plus one. Of an operation, its counter.
   */
  private final Longs expected = new Longs();

  private final Map<ObjectType, Long> counts = new EnumMap<>(ObjectType.class);
  private final Set<ObjectType> unknown = EnumSet.noneOf(ObjectType.class);
  private final Map<String, Hash> refs = new LinkedHashMap<>();
  private final Problems problems = new Problems();

  Census(KnownLinks links, Graph graph) {
    this.links = links;
    this.graph = graph;
  }

  /** How many objects of a type were told. */
  long count(ObjectType type) {
    return counts.getOrDefault(type, 0L);
  }

  /** Types of which nobody says where they lead. */
  Set<ObjectType> unknown() {
    return unknown;
  }

  /** The store's references. */
  Map<String, Hash> refs() {
    return refs;
  }

  /** What the store itself found. */
  Problems problems() {
    return problems;
  }

  /** As what types an object is there, as bits. */
  int told(int object) {
    return graph.flags(object) & TYPES;
  }

  /** As what types it is named, as bits. */
  int wanted(int object) {
    return graph.flags(object) >> WANTED & TYPES;
  }

  long said(int object) {
    return said.get(object);
  }

  long expected(int object) {
    return expected.get(object);
  }

  @Override
  public void object(ObjectType type, Hash hash, Optional<byte[]> bytes) {
    int object = graph.number(hash);
    if (!graph.is(object, Types.bit(type))) {
      tell(object, type, bytes);
    }
  }

  @Override
  public void ref(String name, Hash hash) {
    refs.put(name, hash);
  }

  @Override
  public void problem(Problem problem) {
    problems.add(problem);
  }

  /** An object is there. Its bytes are given unless it is a blob, or elsewhere. */
  void tell(int object, ObjectType type, Optional<byte[]> bytes) {
    if (told(object) == 0) {
      counts.merge(type, 1L, Long::sum);
    }
    graph.set(object, Types.bit(type));
    if (bytes.isPresent()) {
      try {
        look(object, type, bytes.get());
      } catch (IllegalArgumentException e) {
        graph.begin(object);
        graph.set(object, BROKEN);
      }
    }
  }

  /** Takes an object apart; nothing is noted before all of it was read. */
  private void look(int object, ObjectType type, byte[] bytes) {
    switch (type) {
      case NODE -> {
        NodeParts node = NodeParts.of(bytes);
        graph.begin(object);
        value(object, node, node.value());
        node.metadata().values().forEach(value -> value(object, node, value));
        items(object, node.map().items());
      }
      case CHUNK -> {
        Chunk chunk = NodeParts.chunk(bytes);
        graph.begin(object);
        put(said, object, Shapes.of(chunk));
        items(object, chunk.items());
      }
      case OPERATION -> {
        Operation operation = OperationLinks.decode(graph.hash(object), bytes);
        graph.begin(object);
        put(said, object, operation.time().toEpochMilli());
        put(expected, object, operation.counter());
        operation.parents().forEach(parent -> want(object, ObjectType.OPERATION, parent));
        if (!operation.before().equals(Hash.ZERO)) {
          graph.set(object, FOLLOWS);
          want(object, ObjectType.NODE, operation.before());
        }
        want(object, ObjectType.NODE, operation.after());
      }
      case BLOB -> graph.begin(object);
      default -> other(object, type, bytes);
    }
  }

  private void other(int object, ObjectType type, byte[] bytes) {
    Optional<ObjectLinks> known = links.of(type);
    if (known.isEmpty()) {
      unknown.add(type);
      return;
    }
    long generation = known.get().generation(bytes).orElse(0);
    graph.begin(object);
    put(said, object, generation);
    known.get().of(bytes, (to, hash) -> want(object, to, hash));
  }

  private void value(int object, NodeParts node, Value value) {
    if (value instanceof Value.OfBlob blob) {
      int named = want(object, ObjectType.BLOB, blob.blob().hash());
      expect(named, blob.blob().size() + 1);
    } else if (value instanceof Value.Link link && !link.hash().equals(Hash.ZERO)) {
      int named = want(object, null, link.hash());
      if (Parts.holds(node)) {
        graph.set(named, REFERRED);
      }
    }
  }

  private void items(int object, List<Item> items) {
    for (Item item : items) {
      if (item instanceof Leaf leaf) {
        want(object, ObjectType.NODE, leaf.node().hash());
      } else if (item instanceof ChunkRef ref) {
        int named = want(object, ObjectType.CHUNK, ref.hash());
        expect(named, Shapes.of(ref));
      }
    }
  }

  private int want(int object, ObjectType type, Hash hash) {
    int named = graph.number(hash);
    if (type != null) {
      graph.set(named, Types.bit(type) << WANTED);
    }
    graph.add(object, named);
    return named;
  }

  private void expect(int object, long what) {
    long before = expected.get(object);
    if (before == 0) {
      put(expected, object, what);
    } else if (before != what) {
      graph.set(object, CLASH);
    }
  }

  private static void put(Longs into, int object, long number) {
    into.resize(object + 1);
    into.set(object, number);
  }
}
