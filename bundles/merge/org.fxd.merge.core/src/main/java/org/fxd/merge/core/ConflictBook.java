package org.fxd.merge.core;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

/**
 * What is undecided in one root, by node. Kept in the root's child {@code conflicts}; see
 * docs/format/conflicts.md.
 */
final class ConflictBook {
  static final Name CONFLICTS = Name.of("conflicts");
  static final Kind CONFLICT = new Kind("conflict");
  private static final Kind FIELD = new Kind("conflict-field");
  private static final Kind TERM = new Kind("conflict-term");
  private static final Name ADD = Name.of("add");
  private static final Name REMOVE = Name.of("remove");
  private static final String PATH = "path";
  private static final String FILE = "file";
  private static final String MARKERS = "markers";

  /** A node with what is undecided about it. */
  private static final class Page {
    private final Stood stood;
    private final Map<Field, Undecided> fields = new LinkedHashMap<>();

    Page(Stood stood) {
      this.stood = stood;
    }
  }

  private final Map<NodeId, Page> pages = new TreeMap<>();

  /** The book of a root; what cannot be read in it is passed over. */
  static ConflictBook of(Node root) {
    ConflictBook book = new ConflictBook();
    for (Entry entry : root.child(CONFLICTS).entries()) {
      id(entry.name()).ifPresent(id -> book.read(id, entry.node()));
    }
    return book;
  }

  private static Optional<NodeId> id(Name name) {
    try {
      return Optional.of(NodeId.parse(name.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void read(NodeId id, Node node) {
    Stood stood =
        new Stood(
            path(node.metadata(PATH)),
            node.metadata(FILE).asReference(),
            node.metadata(MARKERS).asNumber().map(BigDecimal::intValue).orElse(0));
    for (Entry entry : node.entries()) {
      List<Value> adds = new ArrayList<>();
      List<Value> removes = new ArrayList<>();
      for (Entry term : entry.node().entries()) {
        (term.name().equals(ADD) ? adds : removes).add(term.node().value());
      }
      Terms terms = new Terms(adds, removes);
      Field.parse(entry.name().toString())
          .filter(field -> terms.isConflict())
          .ifPresent(field -> put(id, stood, new Undecided(field, terms, entry.node().value())));
    }
  }

  void put(NodeId id, Stood stood, Undecided undecided) {
    pages.computeIfAbsent(id, key -> new Page(stood)).fields.put(undecided.field(), undecided);
  }

  ConflictBook copy() {
    ConflictBook copy = new ConflictBook();
    pages.forEach((id, page) -> page.fields.values().forEach(it -> copy.put(id, page.stood, it)));
    return copy;
  }

  void remove(NodeId id) {
    pages.remove(id);
  }

  List<NodeId> ids() {
    return List.copyOf(pages.keySet());
  }

  /** How many fields something is undecided about. */
  int size() {
    return pages.values().stream().mapToInt(page -> page.fields.size()).sum();
  }

  List<Name> path(NodeId id) {
    return stood(id).path();
  }

  Stood stood(NodeId id) {
    return pages.get(id).stood;
  }

  /** Whether something is undecided about a field of a node. */
  boolean has(NodeId id, Field field) {
    return pages.containsKey(id) && pages.get(id).fields.containsKey(field);
  }

  List<Undecided> about(NodeId id) {
    Page page = pages.get(id);
    return page == null ? List.of() : List.copyOf(page.fields.values());
  }

  /** What a root says of a field: terms, where this book has it and it lives, else its value. */
  Terms terms(NodeId id, Field field, Value now) {
    Page page = pages.get(id);
    Undecided undecided = page == null ? null : page.fields.get(field);
    return undecided != null && undecided.lives(now) ? undecided.terms() : Terms.of(now);
  }

  /** A root with this book in place of its own. */
  Node in(Node root, Nodes nodes) {
    NodeBuilder builder = root.builder();
    builder.remove(CONFLICTS);
    if (!pages.isEmpty()) {
      NodeBuilder folder = nodes.builder(Kind.FOLDER);
      pages.forEach((id, page) -> folder.put(entry(id, page, nodes)));
      builder.put(new Entry(derived("conflicts"), CONFLICTS, Place.NONE, folder.build()));
    }
    return builder.build();
  }

  /** A root without a book. */
  static Node without(Node root) {
    NodeBuilder builder = root.builder();
    return builder.remove(CONFLICTS) ? builder.build() : root;
  }

  private static Entry entry(NodeId id, Page page, Nodes nodes) {
    NodeBuilder node = nodes.builder(CONFLICT).metadata(PATH, path(page.stood.path()));
    page.stood.file().ifPresent(file -> node.metadata(FILE, new Value.Reference(file)));
    if (page.stood.markers() > 0) {
      node.metadata(MARKERS, Value.of(page.stood.markers()));
    }
    page.fields.forEach(
        (field, undecided) -> {
          String seed = "conflict:" + id + ":" + field;
          NodeBuilder terms = nodes.builder(FIELD).value(undecided.shown());
          append(terms, seed, ADD, undecided.terms().adds(), nodes);
          append(terms, seed, REMOVE, undecided.terms().removes(), nodes);
          node.append(derived(seed), Name.of(field.toString()), terms.build());
        });
    return new Entry(derived("conflict:" + id), Name.of(id.toString()), Place.NONE, node.build());
  }

  private static void append(
      NodeBuilder into, String seed, Name name, List<Value> terms, Nodes nodes) {
    for (int i = 0; i < terms.size(); i++) {
      into.append(derived(seed + ":" + name + i), name, nodes.leaf(TERM, terms.get(i)));
    }
  }

  private static NodeId derived(String seed) {
    return NodeId.derived(Hash.ofContent(seed.getBytes(StandardCharsets.UTF_8)));
  }

  /** The names with a zero byte behind each: where one has such a byte, the node is searched. */
  private static Value path(List<Name> path) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Name name : path) {
      bytes.writeBytes(name.bytes());
      bytes.write(0);
    }
    return Value.of(bytes.toByteArray());
  }

  private static List<Name> path(Value value) {
    List<Name> path = new ArrayList<>();
    if (value instanceof Value.Bytes bytes) {
      ByteArrayOutputStream name = new ByteArrayOutputStream();
      for (byte b : bytes.bytes()) {
        if (b == 0) {
          path.add(Name.ofBytes(name.toByteArray()));
          name.reset();
        } else {
          name.write(b);
        }
      }
    }
    return path;
  }
}
