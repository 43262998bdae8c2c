package org.fxd.store.v1.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.Checksum;
import org.fxd.store.v1.map.Fields;
import org.fxd.store.v1.map.Kept;
import org.fxd.store.v1.map.NameText;
import org.fxd.store.v1.map.NodeWriter;
import org.fxd.store.v1.map.RowText;

/** Gives the root of a project as rows, parents before what is below them. */
public final class TreeWriter {
  private static final Name CODE = Name.of("code");

  private final RowIds ids;
  private final NodeWriter writer;
  private final SnippetWriter snippets;

  /** The rows so far that came from a file: orphans go back to them. */
  private final Set<String> written = new HashSet<>();

  private final Function<Entry, Node> whole;
  private final RowSink sink;
  private final Progress progress;
  private final Cancellation cancellation;

  /** A node whose entries are being written. */
  private record Open(Iterator<Entry> entries, String row, Set<String> keys, Where where) {}

  private TreeWriter(
      Nodes nodes,
      RowIds ids,
      Function<Entry, Node> whole,
      RowSink sink,
      Progress progress,
      Cancellation cancellation) {
    this.ids = ids;
    this.writer = new NodeWriter(nodes, ids::came);
    this.snippets = new SnippetWriter(sink);
    this.whole = whole;
    this.sink = sink;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Gives a project.
   *
   * @param whole gives the node of an entry with its inner nodes
   */
  public static void write(
      Nodes nodes,
      Node root,
      Function<Entry, Node> whole,
      RowSink sink,
      Progress progress,
      Cancellation cancellation) {
    RowIds ids = RowIds.of(root, cancellation);
    new TreeWriter(nodes, ids, whole, sink, progress, cancellation).root(root);
  }

  private void root(Node root) {
    progress.phase("writing nodes", -1);
    List<Entry> children = new ArrayList<>();
    List<Entry> orphans = new ArrayList<>();
    Node tables = root.missing();
    for (Entry entry : root.entries()) {
      if (!Role.HOLDER.isOf(entry.node())) {
        children.add(entry);
        continue;
      }
      for (Entry held : entry.node().entries()) {
        if (Role.ORPHANS.isOf(held.node())) {
          held.node().entries().forEach(orphans::add);
        } else if (Role.TABLES.isOf(held.node())) {
          tables = held.node();
        } else {
          children.add(held);
        }
      }
    }
    RowText text = writer.write(Fields.of(root).as(Kind.DATA), NodeWriter.Beside.NOTHING);
    emit(new Row(Cell.of(ids.root()), Cell.NULL, Cell.NULL, text));
    written.add(ids.root());
    Set<String> keys = new HashSet<>();
    for (Entry child : Numbered.inOrder(children)) {
      boolean folder =
          RootNames.FOLDERS.contains(child.name()) && child.node().kind().equals(Kind.FOLDER);
      if (!folder) {
        tree(child, ids.root(), keys, Where.ELSEWHERE);
      } else if (!isSpare(child)) {
        folder(child, keys);
      }
    }
    for (Entry orphan : orphans) {
      String parent = orphan.node().metadata(Kept.PARENT).asText().orElse("");
      boolean there = written.contains(parent);
      tree(orphan, there ? parent : ids.root(), there ? new HashSet<>() : keys, Where.ELSEWHERE);
    }
    TableNodes.write(tables, sink, snippets.ids());
  }

  /** Whether a folder of the root is as every project has it, and was in no file. */
  private boolean isSpare(Entry folder) {
    Node node = folder.node();
    return node.size() == 0 && node.metadata().isEmpty() && node.value().equals(Value.NONE);
  }

  private void folder(Entry entry, Set<String> keys) {
    String row = ids.of(entry.id());
    keys.add(entry.name().toString());
    RowText text = writer.write(Fields.of(entry.node()).as(Kind.DATA), NodeWriter.Beside.NOTHING);
    emit(new Row(Cell.of(row), Cell.of(ids.root()), Cell.of(entry.name().toString()), text));
    written.add(row);
    Where where = entry.name().equals(CODE) ? Where.CODE : Where.ELSEWHERE;
    below(entry.node(), row, where);
  }

  private void tree(Entry top, String parent, Set<String> keys, Where where) {
    Optional<Open> open = one(top, parent, keys, where);
    open.ifPresent(this::all);
  }

  private void below(Node node, String row, Where where) {
    all(new Open(entries(node), row, new HashSet<>(), where));
  }

  private void all(Open first) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(first);
    while (!open.isEmpty()) {
      Open now = open.peek();
      if (now.entries().hasNext()) {
        one(now.entries().next(), now.row(), now.keys(), now.where()).ifPresent(open::push);
      } else {
        open.pop();
      }
    }
  }

  private static Iterator<Entry> entries(Node node) {
    return (node.kind().sortedByName() ? Numbered.inOrder(node.entries()) : node.entries())
        .iterator();
  }

  /** Gives one node; what is below it is for the caller. */
  private Optional<Open> one(Entry entry, String parent, Set<String> keys, Where around) {
    cancellation.check();
    Node node = whole.apply(entry);
    String row = ids.of(entry.id());
    Where where = around.below(entry.name(), node);
    Optional<String> rendered =
        around.isWithinFile() && node.size() > 0 ? FileText.of(node) : Optional.empty();
    Fields fields = FileText.withoutContent(Fields.of(node));
    Cell key = key(entry, row, keys);
    boolean named =
        NameText.of(key, Cell.of(row)).equals(entry.name()) && (!key.isNull() || hasKey(entry));
    boolean fresh = node.kind().equals(Kind.SNIPPET) && ids.came(entry.id()).isEmpty();
    NodeWriter.Beside beside =
        new NodeWriter.Beside(
            named ? Optional.empty() : Optional.of(entry.name()),
            fresh ? around.added(entry.id()) : Map.of(),
            rendered);
    RowText text = writer.write(fields, beside);
    emit(new Row(Cell.of(row), Cell.of(parent), key, text));
    ids.came(entry.id()).ifPresent(written::add);
    if (node.kind().equals(Kind.SNIPPET)) {
      String body = around.isWithinFile() ? FileText.shown(node) : FileText.shown(node.value());
      snippets.write(row, node.metadata(), body, beside, text);
    }
    return node.size() == 0
        ? Optional.empty()
        : Optional.of(new Open(entries(node), row, new HashSet<>(), where));
  }

  private static boolean hasKey(Entry entry) {
    return entry.node().metadata().containsKey(Kept.KEY);
  }

  /** A key that no sibling has: to the original, two of one key are one node. */
  private static Cell key(Entry entry, String row, Set<String> keys) {
    Optional<Cell> kept =
        hasKey(entry)
            ? NameText.restored(entry.node().metadata(Kept.KEY), Cell.of(row), entry.name())
            : Optional.empty();
    if (kept.isPresent() && (kept.get().isNull() || keys.add(kept.get().shown()))) {
      return kept.get();
    }
    Optional<String> name = NameText.key(entry.name());
    if (name.isEmpty()) {
      return Cell.NULL;
    }
    String key = name.get();
    for (int i = 2; !keys.add(key); i++) {
      key = name.get() + "~" + i;
    }
    return Cell.of(key);
  }

  private void emit(Row row) {
    sink.node(row, Checksum.ofNode(row.text()));
    progress.advance(1);
  }
}
