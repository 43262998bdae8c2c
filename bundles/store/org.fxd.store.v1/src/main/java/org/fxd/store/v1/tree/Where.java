package org.fxd.store.v1.tree;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;

/**
 * Where the entries of a node stand.
 *
 * @param path that of the folder or file that they stand in, below {@code code}; empty elsewhere
 * @param language that of the file
 * @param snippets how many snippets of the file came so far; null outside of files
 */
record Where(Optional<String> path, Optional<String> language, AtomicInteger snippets) {
  /** In no file, nor where files are. */
  static final Where ELSEWHERE = new Where(Optional.empty(), Optional.empty(), null);

  /** Right below {@code code}. */
  static final Where CODE = new Where(Optional.of(""), Optional.empty(), null);

  /** Where the entries of a node stand that itself stands here. */
  Where below(Name name, Node node) {
    if (isWithinFile()) {
      return this;
    }
    Optional<String> inner =
        path.map(outer -> outer.isEmpty() ? name.toString() : outer + "/" + name);
    if (node.kind().equals(Kind.FILE)) {
      return new Where(inner, node.metadata("lang").asText(), new AtomicInteger());
    }
    return node.kind().equals(Kind.FOLDER) ? new Where(inner, Optional.empty(), null) : ELSEWHERE;
  }

  boolean isWithinFile() {
    return snippets != null;
  }

  /** What a snippet here has in version 1, if it has nothing else. */
  Map<String, Value> added(NodeId id) {
    Map<String, Value> added = new TreeMap<>();
    added.put("id", Value.of(id.toString()));
    added.put("version", Value.of(1));
    language.ifPresent(known -> added.put("lang", Value.of(known)));
    if (isWithinFile()) {
      path.ifPresent(known -> added.put("file", Value.of(known)));
      added.put("order", Value.of(snippets.getAndIncrement()));
    }
    return added;
  }
}
