package org.fxd.graph.core.upkeep;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.entries.Chunk;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.node.NodeParts;
import org.fxd.graph.core.workspace.OperationLinks;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/**
 * Walks to all that something leads to, each object once, and notes what is a version of what.
 * States are walked in the order in which they are given, commits' trees when all states are done,
 * the last generation first: so the versions of each thing come newest first.
 *
 * <p>Trees may be deep and wide, so nothing here recurs, and what is held of an object is a few
 * dozen bytes. Belongs to one thread.
 */
final class Marking {
  private static final int LEAF = Types.bit(ObjectType.BLOB);

  /** A bit beside those of the types: the object is in a lineage. */
  private static final int CHAINED = 1 << 8;

  private final Store store;
  private final KnownLinks links;
  private final Consumer<Hash> kept;
  private final Progress progress;
  private final Cancellation cancellation;
  private final ReadAhead reading;
  private final ObjectTable objects = new ObjectTable();

  /** Of each object, as what types it was walked to, as bits. */
  private final Ints types = new Ints();

  private final Lineages lineages = new Lineages(objects);
  private final Deque<Step> stack = new ArrayDeque<>();

  /** Objects of types that others define, and their generations. */
  private final Ints others = new Ints();

  private final Longs generations = new Longs();

  /** How many of the others have been walked on from. */
  private int settled;

  private long operations;
  private long marked;

  /**
   * A walk that has not begun.
   *
   * @param kept told of each object once
   */
  Marking(
      Store store,
      KnownLinks links,
      Consumer<Hash> kept,
      Progress progress,
      Cancellation cancellation) {
    this.store = store;
    this.links = links;
    this.kept = kept;
    this.progress = progress;
    this.cancellation = cancellation;
    this.reading = new ReadAhead(store);
  }

  /** How many objects were marked so far. */
  long marked() {
    return marked;
  }

  /** How many of those are operations. */
  long operations() {
    return operations;
  }

  /** How many are of types that others define: commits. */
  long others() {
    return others.size();
  }

  /** What is a version of what. */
  Lineages lineages() {
    return lineages;
  }

  /** Whether an operation was marked. */
  boolean has(Hash operation) {
    int at = objects.find(operation);
    return at >= 0 && (types.get(at) & Types.bit(ObjectType.OPERATION)) != 0;
  }

  /** Marks an operation and its states, but not those that it follows. */
  void operation(Operation operation) {
    mark(new Step(ObjectType.OPERATION, operation.id(), 0, 0, false));
    run();
  }

  /** Marks objects of which nothing is known, if they are there. */
  void roots(Collection<Hash> hashes) {
    for (Hash hash : hashes) {
      if (!hash.equals(Hash.ZERO)) {
        stack.push(new Step(null, hash, 0, 0, true));
        run();
      }
    }
  }

  /** Walks on from what was only marked so far. */
  void settle() {
    while (settled < others.size()) {
      long[] order = new long[others.size() - settled];
      for (int i = 0; i < order.length; i++) {
        long rank = Math.min(generations.get(settled + i), Integer.MAX_VALUE);
        order[i] = Integer.MAX_VALUE - rank << 32 | settled + i;
      }
      settled = others.size();
      Arrays.sort(order);
      for (long each : order) {
        walkOn(others.get((int) each));
      }
    }
  }

  /** From a commit to its tree. */
  private void walkOn(int object) {
    ObjectType type = Types.of(Integer.numberOfTrailingZeros(types.get(object) & ~LEAF));
    chain(type, 0, 0, 0, object);
    Step again = new Step(type, objects.get(object), 0, 0, false);
    byte[] bytes = read(again).orElseThrow(() -> damaged(again, "it is missing"));
    Deque<Step> found = new ArrayDeque<>();
    linksOf(type)
        .of(
            bytes,
            (to, hash) -> {
              if (to != type) {
                found.push(new Step(to, hash, 0, 0, to == null));
              }
            });
    found.forEach(stack::push);
    run();
  }

  private void run() {
    while (!stack.isEmpty()) {
      mark(stack.pop());
    }
  }

  private void mark(Step step) {
    cancellation.check();
    ObjectType type = step.type;
    if (type == null) {
      Optional<byte[]> content = read(step);
      if (content.isEmpty()) {
        return;
      }
      step.bytes = content.get();
      type = typeOf(content.get());
    }
    int object = objects.add(step.hash);
    types.resize(object + 1);
    int before = types.get(object);
    if ((before & Types.bit(type)) != 0) {
      return;
    }
    types.set(object, before | Types.bit(type));
    if (before == 0) {
      kept.accept(step.hash);
      marked++;
      progress.advance(1);
    }
    if (type == ObjectType.BLOB) {
      chain(type, step.high, step.low, step.name, object);
      return;
    }
    Optional<byte[]> content = read(step);
    if (content.isPresent()) {
      try {
        walk(type, content.get(), step, object);
      } catch (IllegalArgumentException e) {
        throw damaged(step, e.getMessage());
      }
    }
  }

  private void walk(ObjectType type, byte[] bytes, Step step, int object) {
    switch (type) {
      case NODE -> {
        NodeParts node = NodeParts.of(bytes);
        // All roots are versions of the one, whatever holds them: a state, or a commit.
        boolean root = node.kind().equals(Kind.ROOT);
        long high = root ? 0 : step.high;
        long low = root ? 0 : step.low;
        chain(type, high, low, 0, object);
        push(Parts.of(node, high, low, step.name));
      }
      case CHUNK -> {
        Chunk chunk = NodeParts.chunk(bytes);
        chain(type, step.high, step.low, 0, object);
        push(Parts.of(chunk, step.high, step.low));
      }
      case OPERATION -> {
        Operation operation = OperationLinks.decode(step.hash, bytes);
        chain(type, 0, 0, 0, object);
        operations++;
        push(
            operation.before().equals(Hash.ZERO)
                ? List.of(state(operation.after()))
                : List.of(state(operation.after()), state(operation.before())));
      }
      default -> {
        ObjectLinks told = linksOf(type);
        others.add(object);
        generations.add(Math.max(0, told.generation(bytes).orElse(0)));
        told.of(
            bytes,
            (to, hash) -> {
              if (to == type) {
                stack.push(new Step(type, hash, 0, 0, false));
              }
            });
      }
    }
  }

  private static Step state(Hash state) {
    return new Step(ObjectType.NODE, state, 0, 1, false);
  }

  /** Puts an object into a lineage, if it is in none. */
  private void chain(ObjectType type, long high, long low, int name, int object) {
    if ((types.get(object) & CHAINED) == 0) {
      types.set(object, types.get(object) | CHAINED);
      lineages.add(type, high, low, name, object);
    }
  }

  /** Puts steps before all that are waiting, so that a tree is walked in its order. */
  private void push(List<Step> steps) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      int known = step.type == null ? -1 : objects.find(step.hash);
      if (known < 0 || (types.get(known) & Types.bit(step.type)) == 0) {
        stack.push(step);
      }
    }
  }

  /** The content of an object; empty if it is elsewhere, or missing and may be. */
  private Optional<byte[]> read(Step step) {
    Lookup answer = reading.read(step, stack);
    if (answer instanceof Lookup.Present present) {
      return Optional.of(present.bytes());
    }
    if (answer instanceof Lookup.Promised || answer instanceof Lookup.Absent && step.loose) {
      return Optional.empty();
    }
    throw damaged(
        step, answer instanceof Lookup.Corrupt corrupt ? corrupt.reason() : "it is missing");
  }

  /** The type of an object that only its content tells. */
  private ObjectType typeOf(byte[] content) {
    ObjectType type;
    try {
      type = ObjectType.of(content);
    } catch (IllegalArgumentException none) {
      return ObjectType.BLOB;
    }
    try {
      linksOf(type).of(content, (to, hash) -> {});
      return type;
    } catch (IllegalArgumentException none) {
      return ObjectType.BLOB;
    }
  }

  private ObjectLinks linksOf(ObjectType type) {
    return links
        .of(type)
        .orElseThrow(
            () ->
                new FxdException(
                    FxdException.Category.FAILED,
                    "Nothing was removed: nobody here tells what a "
                        + Types.word(type)
                        + " leads to, and the project has one.",
                    "Start FXD with the bundle that defines it, such as org.fxd.history.core for"
                        + " commits.",
                    null));
  }

  private StoreException damaged(Step step, String reason) {
    String word = step.type == null ? "object" : Types.word(step.type);
    String place = store.file().map(file -> " in " + file).orElse("");
    return new StoreException(
        "Nothing was removed: the "
            + word
            + " "
            + step.hash
            + place
            + " is damaged: "
            + reason
            + ".",
        "Look at what is wrong with fxd:fsck first.");
  }
}
