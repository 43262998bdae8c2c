package org.fxd.source.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.source.api.FileMeta;

/**
 * Makes file nodes, raw and scanned.
 *
 * <p>In a scanned file and in a snippet that holds others, text before the first snippet is the
 * {@code head} and text behind a snippet is its {@code gap}; neither is there when it would be
 * empty. A snippet without others is a leaf. So every byte is in exactly one leaf, and a container
 * has no text of its own outside its entries.
 */
public final class FileNodes {
  private final Nodes nodes;

  public FileNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The raw form. */
  public Node raw(Blob content, boolean executable) {
    return raw(content, executable ? Map.of(FileMeta.EXECUTABLE, Value.of(true)) : Map.of());
  }

  /** The raw form, with all metadata that does not follow from the content taken over. */
  public Node raw(Blob content, Map<String, Value> metadata) {
    NodeBuilder file = nodes.builder(Kind.FILE);
    metadata.forEach(file::metadata);
    describe(file, content.hash(), content.size());
    return file.metadata(FileMeta.LANGUAGE, Value.NONE).value(Value.of(content)).build();
  }

  /**
   * The scanned form.
   *
   * @param outline the bytes and the pieces
   * @param metadata the file's metadata from before; what follows from the content is set anew
   * @param language what it was scanned as
   * @param identity who the pieces are
   */
  public Node scanned(
      Outline outline, Map<String, Value> metadata, String language, Identity identity) {
    NodeBuilder file = nodes.builder(Kind.FILE);
    metadata.forEach(file::metadata);
    describe(file, Hash.ofContent(outline.bytes()), outline.bytes().length);
    file.metadata(FileMeta.LANGUAGE, Value.of(language));
    fill(file, outline.file(), identity);
    return file.build();
  }

  /** Whether a file node has the raw form. */
  public static boolean isRaw(Node file) {
    return file.value().asBlob().isPresent();
  }

  private static void describe(NodeBuilder file, Hash content, long size) {
    file.metadata(FileMeta.CONTENT, Value.of(content.bytes()));
    file.metadata(FileMeta.SIZE, Value.of(size));
  }

  private Node snippet(Piece piece, Identity identity) {
    Optional<Entry> before = identity.before(piece).flatMap(Piece::entry);
    if (before.isPresent() && identity.unchanged(piece)) {
      return before.get().node();
    }
    if (piece.children().isEmpty()) {
      NodeBuilder leaf = nodes.builder(Kind.SNIPPET);
      before.ifPresent(entry -> entry.node().metadata().forEach(leaf::metadata));
      leaf.metadata(FileMeta.TYPE, Value.of(piece.type()));
      return leaf.value(leaf(piece, piece.start(), piece.end())).build();
    }
    // Of a large class mostly one member is another than before.
    NodeBuilder container =
        before
            .map(entry -> entry.node().builder().value(Value.NONE))
            .orElseGet(() -> nodes.builder(Kind.SNIPPET));
    container.metadata(FileMeta.TYPE, Value.of(piece.type()));
    fill(container, piece, identity);
    return container.build();
  }

  private void fill(NodeBuilder container, Piece piece, Identity identity) {
    Map<NodeId, Entry> earlier = entries(identity.before(piece));
    NodeId self = identity.id(piece);
    List<Entry> entries = new ArrayList<>();
    int position = piece.start();
    NodeId last = self;
    for (Piece child : piece.children()) {
      addText(entries, piece, position, child.start(), self, last, earlier);
      last = identity.id(child);
      entries.add(new Entry(last, child.name(), Place.NONE, snippet(child, identity)));
      position = child.end();
    }
    addText(entries, piece, position, piece.end(), self, last, earlier);
    List<Place> places =
        Places.arrange(
            entries.stream()
                .map(entry -> Optional.ofNullable(earlier.get(entry.id())).map(Entry::place))
                .toList());
    Set<NodeId> gone = new LinkedHashSet<>(earlier.keySet());
    entries.forEach(entry -> gone.remove(entry.id()));
    gone.forEach(container::remove);
    for (int i = 0; i < entries.size(); i++) {
      container.put(entries.get(i).withPlace(places.get(i)));
    }
  }

  private void addText(
      List<Entry> entries,
      Piece piece,
      int start,
      int end,
      NodeId self,
      NodeId last,
      Map<NodeId, Entry> earlier) {
    if (start == end) {
      return;
    }
    boolean head = last.equals(self);
    Kind kind = head ? Kind.HEAD : Kind.GAP;
    NodeId id = head ? SnippetIds.head(self) : SnippetIds.gap(self, last);
    Value value = leaf(piece, start, end);
    // The hash of the node that was there before is known.
    Node node =
        Optional.ofNullable(earlier.get(id))
            .map(Entry::node)
            .filter(it -> it.kind().equals(kind) && it.value().equals(value) && isBare(it))
            .orElseGet(() -> nodes.leaf(kind, value));
    entries.add(new Entry(id, Name.EMPTY, Place.NONE, node));
  }

  private static boolean isBare(Node leaf) {
    return leaf.size() == 0 && leaf.metadata().isEmpty();
  }

  private static Value leaf(Piece piece, int start, int end) {
    return Leaf.of(piece.outline().bytes(), start, end);
  }

  private static Map<NodeId, Entry> entries(Optional<Piece> before) {
    Optional<Node> node =
        before.flatMap(
            piece ->
                piece.parent().isEmpty() ? piece.outline().node() : piece.entry().map(Entry::node));
    Map<NodeId, Entry> entries = new HashMap<>();
    node.ifPresent(n -> n.entries().forEach(entry -> entries.put(entry.id(), entry)));
    return entries;
  }
}
