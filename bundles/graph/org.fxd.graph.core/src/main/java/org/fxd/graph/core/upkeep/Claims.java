package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** Compares what objects say of each other, once all of them are known. */
final class Claims {
  private static final int OPERATION = Types.bit(ObjectType.OPERATION);
  private static final int CHUNK = Types.bit(ObjectType.CHUNK);
  private static final int BLOB = Types.bit(ObjectType.BLOB);
  private static final int TREE = BLOB | CHUNK | Types.bit(ObjectType.NODE);

  private final Store store;
  private final Graph graph;
  private final Census census;
  private final Consumer<Finding> findings;

  Claims(Store store, Graph graph, Census census, Consumer<Finding> findings) {
    this.store = store;
    this.graph = graph;
    this.census = census;
    this.findings = findings;
  }

  /** Looks at all that is needed. */
  void check(Cancellation cancellation) {
    for (int object = 0; object < graph.size(); object++) {
      cancellation.check();
      int told = census.told(object);
      if (!graph.is(object, Census.REACHED) || graph.is(object, Census.BROKEN)) {
        continue;
      }
      if ((told & OPERATION) != 0) {
        operation(object);
      } else if ((told & ~TREE) != 0) {
        generation(object);
      }
      if ((told & CHUNK) != 0) {
        chunk(object);
      }
      if ((told & BLOB) != 0 || (census.wanted(object) & BLOB) != 0 && told != 0) {
        size(object);
      }
    }
  }

  private void chunk(int object) {
    long expected = census.expected(object);
    boolean other = expected != 0 && expected != census.said(object);
    if (other || graph.is(object, Census.CLASH)) {
      tell(object, Finding.Sort.DAMAGED, "is not what the node that it is a part of says of it");
    }
  }

  private void size(int object) {
    long expected = census.expected(object) - 1;
    OptionalLong size = store.size(graph.hash(object));
    if (expected >= 0
        && size.isPresent()
        && (size.getAsLong() != expected || graph.is(object, Census.CLASH))) {
      tell(
          object,
          Finding.Sort.DAMAGED,
          "has "
              + size.getAsLong()
              + " bytes, and something that it is the content of says "
              + (graph.is(object, Census.CLASH) ? "otherwise" : expected));
    }
  }

  private void generation(int object) {
    long greatest = 0;
    for (int parent : ofItsType(object)) {
      if (census.told(parent) == 0) {
        return;
      }
      greatest = Math.max(greatest, census.said(parent));
    }
    long said = census.said(object);
    if (said != 0 && said != greatest + 1) {
      tell(
          object,
          Finding.Sort.COMMITS,
          "says that its generation is " + said + ", where it is " + (greatest + 1));
    }
  }

  private void operation(int object) {
    List<Integer> parents = ofItsType(object);
    for (int parent : parents) {
      if ((census.told(parent) & OPERATION) == 0) {
        continue;
      }
      long time = census.said(object) - census.said(parent);
      if (time < 0 || time == 0 && census.expected(object) <= census.expected(parent)) {
        tell(
            object,
            Finding.Sort.OPERATIONS,
            "says that it was made before " + graph.hash(parent).brief() + ", which it follows");
      }
      if (parents.size() == 1 && !continues(object, parent)) {
        tell(
            object,
            Finding.Sort.OPERATIONS,
            "does not begin with the state that "
                + graph.hash(parent).brief()
                + " left, which it follows");
      }
    }
  }

  private boolean continues(int object, int parent) {
    int last = graph.count(object) - 1;
    return graph.is(object, Census.FOLLOWS)
        && graph.named(object, last - 1) == graph.named(parent, graph.count(parent) - 1);
  }

  /** Those that an object follows: what it names of its own type. */
  private List<Integer> ofItsType(int object) {
    int type = census.told(object) & ~TREE;
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < graph.count(object); i++) {
      int named = graph.named(object, i);
      if ((census.wanted(named) & type) != 0 && (census.told(named) & TREE) == 0) {
        found.add(named);
      }
    }
    return found;
  }

  private void tell(int object, Finding.Sort sort, String what) {
    ObjectType type = Types.of(Integer.numberOfTrailingZeros(census.told(object)));
    findings.accept(
        new Finding(
            sort,
            "The " + Types.word(type) + " " + graph.hash(object).brief() + " " + what + ".",
            Optional.of(graph.hash(object)),
            Optional.empty(),
            Optional.empty()));
  }
}
