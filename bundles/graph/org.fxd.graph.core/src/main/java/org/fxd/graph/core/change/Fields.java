package org.fxd.graph.core.change;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.Value;

/**
 * The value and the metadata of one node in three trees. What follows from a scanned file's text is
 * no field of its own: where both sides changed it, it is computed from the merged text.
 */
record Fields(Node base, Node here, Node there) {
  /** Whether both sides changed a field, differently; a text for a person, empty if not. */
  String contradiction() {
    if (clash(base.value(), here.value(), there.value())) {
      return "both sides changed the text or value of";
    }
    for (String key : keys()) {
      if (!FileForms.derived(base, key)
          && clash(base.metadata(key), here.metadata(key), there.metadata(key))) {
        return "both sides changed '" + key + "' of";
      }
    }
    return "";
  }

  /**
   * Edits the other side's node.
   *
   * @return whether what follows from its text is to be computed, once that is merged
   */
  boolean mergeInto(NodeBuilder onto) {
    boolean derive = false;
    onto.value(pick(base.value(), here.value(), there.value()));
    for (String key : keys()) {
      Value was = base.metadata(key);
      Value one = here.metadata(key);
      Value two = there.metadata(key);
      onto.metadata(key, pick(was, one, two));
      derive |= FileForms.derived(base, key) && clash(was, one, two);
    }
    return derive;
  }

  /**
   * The fields of both sides together, on top of this side's node.
   *
   * @param decide says what is put where both changed a field differently; the key is empty for the
   *     value
   */
  Node settled(BiFunction<String, Node, Node> decide) {
    NodeBuilder result = here.builder();
    if (clash(base.value(), here.value(), there.value())) {
      result.value(decide.apply("", here).value());
    } else {
      result.value(pick(base.value(), here.value(), there.value()));
    }
    for (String key : keys()) {
      Value was = base.metadata(key);
      Value one = here.metadata(key);
      Value two = there.metadata(key);
      boolean decided = clash(was, one, two) && !FileForms.follows(here, key);
      result.metadata(key, decided ? decide.apply(key, here).metadata(key) : pick(was, one, two));
    }
    return result.build();
  }

  /**
   * Gives a node the fields of another.
   *
   * @return whether what follows from its text is to be computed
   */
  static boolean copy(Node from, NodeBuilder onto) {
    onto.value(from.value());
    SortedSet<String> keys = new TreeSet<>(onto.build().metadata().keySet());
    keys.addAll(from.metadata().keySet());
    keys.forEach(key -> onto.metadata(key, from.metadata(key)));
    return FileForms.follows(from, FileForms.CONTENT)
        && !from.metadata(FileForms.CONTENT).equals(Value.NONE);
  }

  private SortedSet<String> keys() {
    SortedSet<String> keys = new TreeSet<>(base.metadata().keySet());
    keys.addAll(here.metadata().keySet());
    keys.addAll(there.metadata().keySet());
    return keys;
  }

  private static boolean clash(Value base, Value here, Value there) {
    return !base.equals(here) && !base.equals(there) && !here.equals(there);
  }

  private static Value pick(Value base, Value here, Value there) {
    return base.equals(here) ? there : here;
  }
}
