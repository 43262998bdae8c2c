package org.fxd.git.jgit.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitObjects;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeDiff;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.source.api.Sources;

/** Writes the record of one commit. */
final class RecordWriter {
  private static final Name CODE = Name.of(Workspace.CODE);

  /**
   * A node as it was before, somewhere else.
   *
   * @param path the ids from the root to it
   */
  private record Lost(Node node, List<NodeId> path) {}

  private final Sources sources;
  private final GitObjects objects;
  private final Function<Node, Optional<GitId>> inGit;
  private final Function<Hash, Optional<Node>> trees;
  private final BiConsumer<Hash, GitId> extras;
  private final Map<NodeId, Lost> lost = new HashMap<>();
  private final Set<Hash> linked = new HashSet<>();
  private final Deque<Node> open = new ArrayDeque<>();
  private RecordOutput out = new RecordOutput();

  /**
   * A writer.
   *
   * @param inGit what a file of the commit is in Git, if that is known
   * @param trees the node that a link leads to, if it is one
   * @param extras told of content that only this record leads to
   */
  RecordWriter(
      Sources sources,
      GitObjects objects,
      Function<Node, Optional<GitId>> inGit,
      Function<Hash, Optional<Node>> trees,
      BiConsumer<Hash, GitId> extras) {
    this.sources = sources;
    this.objects = objects;
    this.inGit = inGit;
    this.trees = trees;
    this.extras = extras;
  }

  /**
   * The record of a commit.
   *
   * @param encoding the commit's own
   * @param root its tree
   * @param before the tree of its first parent; one that does not exist if it has none
   */
  byte[] write(byte[] encoding, Node root, Node before) {
    RecordOutput whole = new RecordOutput().octet(Codes.VERSION).run(encoding);
    collect(root, before, List.of());
    node(root, before, null, false, null, 0);
    whole.raw(out.bytes());
    int count = 0;
    out = new RecordOutput();
    while (!open.isEmpty()) {
      Node tree = open.remove();
      node(tree, tree.missing(), null, false, null, 0);
      count++;
    }
    return whole.number(count).raw(out.bytes()).bytes();
  }

  private void collect(Node node, Node before, List<NodeId> path) {
    if (!before.exists() || node.equals(before)) {
      return;
    }
    node.diff(
        before,
        new NodeDiff() {
          @Override
          public boolean added(Entry after) {
            return true;
          }

          @Override
          public boolean removed(Entry gone) {
            lost.put(gone.id(), new Lost(gone.node(), longer(path, gone.id())));
            return true;
          }

          @Override
          public boolean changed(Entry was, Entry after) {
            collect(after.node(), was.node(), longer(path, was.id()));
            return true;
          }
        });
  }

  private static List<NodeId> longer(List<NodeId> path, NodeId last) {
    List<NodeId> longer = new ArrayList<>(path);
    longer.add(last);
    return longer;
  }

  /**
   * Writes a node.
   *
   * @param before what stood in its place
   * @param id under which it stands; null for a root
   * @param inCode whether it is one of the project's files, or above them
   * @param file the file that it is in; null outside of files
   * @param start where it begins in that
   */
  private void node(Node node, Node before, NodeId id, boolean inCode, FileText file, int start) {
    Lost elsewhere = before.exists() ? null : lost.get(id);
    Node base = elsewhere == null ? before : elsewhere.node();
    int moved = elsewhere == null ? 0 : Codes.MOVED;
    if (base.exists() && base.equals(node)) {
      out.octet(Codes.KNOWN | moved);
      path(elsewhere);
      return;
    }
    FileText text = file;
    int at = start;
    boolean isFile = inCode && file == null && node.kind().equals(Kind.FILE);
    if (isFile && node.size() > 0) {
      byte[] bytes = sources.render(node);
      out.octet(Codes.FILE).raw(idOf(node, bytes).bytes());
      text = new FileText(bytes);
      at = 0;
    }
    if (base.exists() && base.kind().equals(node.kind())) {
      out.octet(Codes.CHANGED | moved);
      path(elsewhere);
      changed(node, base, inCode, isFile, text, at);
    } else {
      out.octet(Codes.WHOLE).text(node.kind().name());
      value(node.value(), isFile ? node : null, text, at);
      out.number(node.metadata().size());
      node.metadata().forEach(this::metadatum);
      out.number(node.size());
      int position = at + (text == null ? 0 : FileText.written(node.value()).length);
      for (Entry entry : node.entries()) {
        entry(entry, node.missing(), inCode(node, entry, inCode), text, position);
        position += text == null ? 0 : text.length(entry.node());
      }
    }
  }

  private void path(Lost elsewhere) {
    if (elsewhere != null) {
      out.number(elsewhere.path().size());
      elsewhere.path().forEach(id -> out.raw(id.bytes()));
    }
  }

  private static boolean inCode(Node parent, Entry entry, boolean inCode) {
    return inCode || parent.kind().equals(Kind.ROOT) && entry.name().equals(CODE);
  }

  private GitId idOf(Node file, byte[] bytes) {
    return inGit.apply(file).orElseGet(() -> objects.put(Constants.OBJ_BLOB, bytes));
  }

  private void changed(
      Node node, Node base, boolean inCode, boolean isFile, FileText text, int start) {
    if (node.value().equals(base.value())) {
      out.octet(Codes.AS_BEFORE);
    } else {
      value(node.value(), isFile ? node : null, text, start);
    }
    List<String> gone =
        base.metadata().keySet().stream().filter(key -> !node.metadata().containsKey(key)).toList();
    out.number(gone.size());
    gone.forEach(out::text);
    List<String> set =
        node.metadata().keySet().stream()
            .filter(key -> !node.metadata(key).equals(base.metadata(key)))
            .toList();
    out.number(set.size());
    set.forEach(key -> metadatum(key, node.metadata(key)));
    List<NodeId> removed = new ArrayList<>();
    List<Entry> put = new ArrayList<>();
    Map<NodeId, Node> was = new HashMap<>();
    node.diff(
        base,
        new NodeDiff() {
          @Override
          public boolean added(Entry after) {
            return put.add(after);
          }

          @Override
          public boolean removed(Entry before) {
            return removed.add(before.id());
          }

          @Override
          public boolean changed(Entry before, Entry after) {
            was.put(after.id(), before.node());
            return put.add(after);
          }
        });
    Map<NodeId, Integer> positions = positions(node, text, start);
    out.number(removed.size());
    removed.forEach(id -> out.raw(id.bytes()));
    out.number(put.size());
    for (Entry entry : put) {
      Node before = was.getOrDefault(entry.id(), node.missing());
      int position = positions.getOrDefault(entry.id(), 0);
      entry(entry, before, inCode(node, entry, inCode), text, position);
    }
  }

  private static Map<NodeId, Integer> positions(Node node, FileText text, int start) {
    Map<NodeId, Integer> positions = new HashMap<>();
    if (text != null) {
      int position = start + FileText.written(node.value()).length;
      for (Entry entry : node.entries()) {
        positions.put(entry.id(), position);
        position += text.length(entry.node());
      }
    }
    return positions;
  }

  private void entry(Entry entry, Node before, boolean inCode, FileText text, int position) {
    out.raw(entry.id().bytes()).run(entry.name().bytes()).run(entry.place().bytes());
    node(entry.node(), before, entry.id(), inCode, text, position);
  }

  private void metadatum(String key, Value value) {
    out.text(key);
    value(value, null, null, 0);
  }

  /**
   * Writes a value.
   *
   * @param file the raw file that it is the content of, if it is one of the project's
   */
  private void value(Value value, Node file, FileText text, int start) {
    if (text != null && text.has(FileText.written(value), start)) {
      out.octet(value instanceof Value.Text ? Codes.TEXT_OF_FILE : Codes.BYTES_OF_FILE);
      out.number(start).number(FileText.written(value).length);
    } else if (value instanceof Value.Text of) {
      out.octet(Codes.TEXT).text(of.text());
    } else if (value instanceof Value.Number of) {
      out.octet(Codes.NUMBER).text(of.number().toString());
    } else if (value instanceof Value.Bool of) {
      out.octet(of.bool() ? Codes.TRUE : Codes.FALSE);
    } else if (value instanceof Value.Bytes of) {
      out.octet(Codes.BYTES).run(of.bytes());
    } else if (value instanceof Value.Json of) {
      out.octet(Codes.JSON).text(of.json());
    } else if (value instanceof Value.Reference of) {
      out.octet(Codes.REFERENCE).raw(of.id().bytes());
    } else if (value instanceof Value.Link of) {
      out.octet(Codes.LINK).raw(of.hash().bytes());
      link(of.hash());
    } else if (value instanceof Value.OfBlob of) {
      out.octet(Codes.BLOB).raw(of.blob().hash().bytes()).number(of.blob().size());
      out.raw(blob(of.blob(), file).bytes());
    } else {
      out.octet(value instanceof Value.Null ? Codes.NULL : Codes.NONE);
    }
  }

  private void link(Hash hash) {
    if (linked.add(hash)) {
      trees.apply(hash).ifPresent(open::add);
    }
  }

  private GitId blob(Blob blob, Node file) {
    Optional<GitId> known = file == null ? Optional.empty() : inGit.apply(file);
    if (known.isPresent()) {
      return known.get();
    }
    try (InputStream in = blob.open()) {
      GitId id = objects.putFile(blob.size(), in);
      if (file == null) {
        extras.accept(blob.hash(), id);
      }
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
