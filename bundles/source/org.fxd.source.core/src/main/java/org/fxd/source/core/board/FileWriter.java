package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Reconciled;
import org.fxd.source.api.Sources;

/** Makes the node of a file in which some members have other texts. */
record FileWriter(Sources sources) {
  /** A file's new node, and what became of its snippets. */
  record Written(Node node, List<Followed> followed) {}

  /**
   * Sets texts.
   *
   * @param texts the new bytes of members that are the file or stand in it
   */
  Written write(Match file, Map<Member, byte[]> texts) {
    Optional<Member> whole =
        texts.keySet().stream().filter(member -> member.id().equals(file.id())).findFirst();
    if (whole.isPresent() && texts.size() > 1) {
      throw new UsageException(
          "Both a file and snippets in it were edited: "
              + texts.keySet().stream().map(Member::named).collect(Collectors.joining(", "))
              + ".",
          "Edit either the one or the others, and then the rest. Nothing was changed.");
    }
    Node stored = file.entry().node();
    Reconciled result;
    if (whole.isPresent()) {
      Blob bytes = Blob.of(texts.get(whole.get()));
      FileEdit edit = new FileEdit(file.id(), file.name(), Optional.of(stored), Optional.of(bytes));
      result = sources.reconcile(List.of(edit), Cancellation.none());
    } else {
      result = sources.edit(file.id(), file.name(), stored, byId(texts));
    }
    Set<NodeId> versioned = new HashSet<>();
    for (Member member : texts.keySet()) {
      if (MemberReader.version(member.match().node()).isPresent()) {
        versioned.add(member.id());
      }
    }
    Node node = result.nodes().get(0).orElseThrow();
    if (versioned.remove(file.id())) {
      NodeBuilder builder = node.builder();
      Patching.grow(builder);
      node = builder.build();
    }
    return new Written(versioned.isEmpty() ? node : grown(node, versioned), result.snippets());
  }

  private static Map<NodeId, byte[]> byId(Map<Member, byte[]> texts) {
    return texts.entrySet().stream()
        .collect(Collectors.toMap(text -> text.getKey().id(), Map.Entry::getValue));
  }

  /** The node in which the snippets of those ids have their next version. */
  private static Node grown(Node node, Set<NodeId> ids) {
    List<Entry> changed = new ArrayList<>();
    for (Entry entry : node.entries()) {
      if (!entry.node().kind().equals(Kind.SNIPPET)) {
        continue;
      }
      Node inner = grown(entry.node(), ids);
      if (ids.contains(entry.id())) {
        NodeBuilder builder = inner.builder();
        Patching.grow(builder);
        inner = builder.build();
      }
      if (!inner.equals(entry.node())) {
        changed.add(entry.withNode(inner));
      }
    }
    if (changed.isEmpty()) {
      return node;
    }
    NodeBuilder builder = node.builder();
    changed.forEach(builder::put);
    return builder.build();
  }
}
