package org.fxd.graph.core.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/**
 * Finds out what is needed, and what of that is not there. What the store did not tell of is asked
 * for once more: it may have come since.
 */
final class Reaching {
  private static final int TYPES = 0xff;

  private final Store store;
  private final Graph graph;
  private final Census census;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<Loss> losses = new ArrayList<>();
  private long cut;

  Reaching(Store store, Graph graph, Census census, Progress progress, Cancellation cancellation) {
    this.store = store;
    this.graph = graph;
    this.census = census;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** What is needed and cannot be had. */
  List<Loss> losses() {
    return losses;
  }

  /** How many operations were collected that kept ones follow. */
  long cut() {
    return cut;
  }

  /** Follows a store's reference, and all that it leads to. */
  void from(Hash root) {
    int first = graph.number(root);
    graph.set(first, Census.REFERRED);
    Stack stack = new Stack();
    stack.push(first);
    while (!stack.isEmpty()) {
      int object = stack.pop();
      if (graph.is(object, Census.REACHED)) {
        continue;
      }
      cancellation.check();
      graph.set(object, Census.REACHED);
      progress.advance(1);
      ask(object);
      for (int i = graph.count(object) - 1; i >= 0; i--) {
        int named = graph.named(object, i);
        if (!graph.is(named, Census.REACHED)) {
          stack.push(named);
        }
      }
    }
  }

  private void ask(int object) {
    int told = census.told(object);
    int missing = census.wanted(object) & ~told;
    if (told != 0 && (missing & ~Types.bit(ObjectType.BLOB)) == 0) {
      if (graph.is(object, Census.BROKEN)) {
        losses.add(new Loss(object, Optional.of("its content cannot be read as one")));
      }
      return;
    }
    if (missing == Types.bit(ObjectType.BLOB)) {
      content(object);
      return;
    }
    Hash hash = graph.hash(object);
    Lookup answer = store.get(List.of(hash)).get(hash);
    if (answer instanceof Lookup.Present present) {
      present(object, missing, present.bytes());
    } else if (answer instanceof Lookup.Promised) {
      graph.set(object, missing);
    } else if (answer instanceof Lookup.Corrupt corrupt) {
      losses.add(new Loss(object, Optional.of(corrupt.reason())));
    } else {
      absent(object, missing);
    }
  }

  private void present(int object, int missing, byte[] bytes) {
    if (missing == 0) {
      census.tell(object, typeOf(bytes), Optional.of(bytes));
      return;
    }
    for (int code = 0; code < Byte.SIZE; code++) {
      ObjectType type = (missing & 1 << code) == 0 ? null : Types.of(code);
      if (type == ObjectType.BLOB) {
        census.tell(object, type, Optional.empty());
      } else if (type != null) {
        census.tell(object, type, Optional.of(bytes));
      }
    }
    if (graph.is(object, Census.BROKEN)) {
      losses.add(new Loss(object, Optional.of("its content cannot be read as one")));
    }
  }

  /** What is only linked to may be content of any sort. */
  private static ObjectType typeOf(byte[] bytes) {
    try {
      return ObjectType.of(bytes);
    } catch (IllegalArgumentException e) {
      return ObjectType.BLOB;
    }
  }

  private void absent(int object, int missing) {
    if (graph.is(object, Census.REFERRED)
        || (missing & ~Types.bit(ObjectType.OPERATION) & TYPES) != 0) {
      losses.add(new Loss(object, Optional.empty()));
    } else if (missing != 0) {
      cut++;
    }
  }

  /** Reads content to its end, without holding it. */
  private void content(int object) {
    Hash hash = graph.hash(object);
    Optional<InputStream> found = store.open(hash);
    if (found.isEmpty()) {
      Lookup answer = store.get(List.of(hash)).get(hash);
      if (answer instanceof Lookup.Promised || answer instanceof Lookup.Present) {
        graph.set(object, Types.bit(ObjectType.BLOB));
      } else {
        losses.add(
            new Loss(
                object,
                answer instanceof Lookup.Corrupt corrupt
                    ? Optional.of(corrupt.reason())
                    : Optional.empty()));
      }
      return;
    }
    try (InputStream in = found.get()) {
      in.transferTo(OutputStream.nullOutputStream());
      census.tell(object, ObjectType.BLOB, Optional.empty());
    } catch (IOException e) {
      losses.add(new Loss(object, Optional.of(ObjectReader.reason(e))));
    }
  }
}
