package org.fxd.git.jgit.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitHasher;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.HashedStream;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Limits;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;

/** Reads the record of one commit. Whether it is true is for the hashes to say. */
final class RecordReader {
  /** No file that is scanned is larger. */
  private static final long LARGEST_TEXT = 64L << 20;

  private static final int FEW = 4;

  private final Nodes nodes;
  private final ObjectReader objects;
  private final Function<InputStream, Blob> blobs;
  private final RecordInput in;
  private final Node before;
  private final Map<Hash, GitId> contents = new HashMap<>();

  /**
   * A reader.
   *
   * @param before the tree of the commit's first parent
   * @param blobs takes content in
   */
  RecordReader(
      Nodes nodes,
      ObjectReader objects,
      Function<InputStream, Blob> blobs,
      byte[] record,
      Node before) {
    this.nodes = nodes;
    this.objects = objects;
    this.blobs = blobs;
    this.in = new RecordInput(record);
    this.before = before;
  }

  /** The commit that a record is of, before anything else of it is read. */
  static Commit commit(byte[] record) {
    RecordInput in = new RecordInput(record);
    version(in);
    return decoded(in.run());
  }

  /**
   * Reads all of it.
   *
   * @throws MalformedObjectException if it is none, or does not have the hash that it says
   */
  Carried read() {
    version(in);
    Commit commit = decoded(in.run());
    try {
      Node root = node(before, null, 0);
      List<Node> trees = new ArrayList<>();
      for (int left = in.count(); left > 0; left--) {
        trees.add(node(before.missing(), null, 0));
      }
      in.end();
      if (!root.hash().equals(commit.root())) {
        throw new MalformedObjectException("its tree is another one");
      }
      return new Carried(commit, root, trees);
    } catch (IllegalArgumentException e) {
      throw new MalformedObjectException(String.valueOf(e.getMessage()));
    }
  }

  private static void version(RecordInput in) {
    int version = in.octet();
    if (version != Codes.VERSION) {
      throw new MalformedObjectException("its version " + version + " is not known");
    }
  }

  /** Reads a commit's own encoding, as docs/format/commits.md has it. */
  private static Commit decoded(byte[] encoding) {
    RecordInput from = new RecordInput(encoding);
    if (from.octet() != 3 || from.octet() != 1) {
      throw new MalformedObjectException("it holds no commit");
    }
    try {
      Hash root = from.hash();
      from.number();
      List<Hash> parents = new ArrayList<>();
      for (int left = from.count(); left > 0; left--) {
        parents.add(from.hash());
      }
      Person author = new Person(from.text(), from.text());
      var authored = from.time();
      Person committer = new Person(from.text(), from.text());
      var committed = from.time();
      String message = from.text();
      List<Header> headers = new ArrayList<>();
      for (int left = from.count(); left > 0; left--) {
        headers.add(new Header(from.text(), from.run()));
      }
      from.end();
      return new Commit(
          Hash.ofContent(encoding),
          root,
          parents,
          author,
          authored,
          committer,
          committed,
          message,
          headers);
    } catch (IllegalArgumentException e) {
      throw new MalformedObjectException(String.valueOf(e.getMessage()));
    }
  }

  /** Reads a node; {@code was} is what stood in its place. */
  private Node node(Node was, byte[] text, int depth) {
    if (depth > Limits.DEPTH) {
      throw new MalformedObjectException("it is nested too deep");
    }
    int form = in.octet();
    byte[] within = text;
    if (form == Codes.FILE) {
      within = file(in.git());
      form = in.octet();
    }
    Node base = (form & Codes.MOVED) == 0 ? was : moved();
    switch (form & ~Codes.MOVED) {
      case Codes.KNOWN -> {
        return base;
      }
      case Codes.WHOLE -> {
        return whole(within, depth);
      }
      case Codes.CHANGED -> {
        return changed(base, within, depth);
      }
      default -> throw new MalformedObjectException("it holds a node of an unknown form");
    }
  }

  private Node moved() {
    Node node = before;
    for (int left = in.count(); left > 0; left--) {
      NodeId id = in.id();
      node =
          node.entry(id)
              .orElseThrow(() -> new MalformedObjectException("it names a node that is not there"))
              .node();
    }
    return node;
  }

  private Node whole(byte[] text, int depth) {
    NodeBuilder builder = nodes.builder(new Kind(in.text()));
    builder.value(value(text, Value.NONE));
    for (int left = in.count(); left > 0; left--) {
      builder.metadata(in.text(), value(null, Value.NONE));
    }
    for (int left = in.count(); left > 0; left--) {
      builder.put(entry(id -> before.missing(), text, depth));
    }
    return builder.build();
  }

  private Node changed(Node base, byte[] text, int depth) {
    if (!base.exists()) {
      throw new MalformedObjectException("it changes a node that is not there");
    }
    NodeBuilder builder = base.builder();
    builder.value(value(text, base.value()));
    for (int left = in.count(); left > 0; left--) {
      builder.metadata(in.text(), Value.NONE);
    }
    for (int left = in.count(); left > 0; left--) {
      builder.metadata(in.text(), value(null, Value.NONE));
    }
    for (int left = in.count(); left > 0; left--) {
      builder.remove(in.id());
    }
    int count = in.count();
    Function<NodeId, Node> stood = stood(base, count);
    List<Entry> put = new ArrayList<>();
    for (int left = count; left > 0; left--) {
      put.add(entry(stood, text, depth));
    }
    // Two may have exchanged their names.
    put.forEach(entry -> builder.remove(entry.id()));
    put.forEach(builder::put);
    return builder.build();
  }

  /** What stood in a node; to look for each id by itself reads all entries every time. */
  private static Function<NodeId, Node> stood(Node base, int wanted) {
    if (wanted <= FEW) {
      return id -> base.entry(id).map(Entry::node).orElseGet(base::missing);
    }
    Map<NodeId, Node> all = new HashMap<>();
    base.entries().forEach(entry -> all.put(entry.id(), entry.node()));
    return id -> all.getOrDefault(id, base.missing());
  }

  private Entry entry(Function<NodeId, Node> stood, byte[] text, int depth) {
    NodeId id = in.id();
    Name name = Name.ofBytes(in.run());
    byte[] place = in.run();
    Node node = node(stood.apply(id), text, depth + 1);
    if (!node.exists()) {
      throw new MalformedObjectException("it names a node that is not there");
    }
    return new Entry(id, name, place.length == 0 ? Place.NONE : Place.ofBytes(place), node);
  }

  private Value value(byte[] text, Value was) {
    int code = in.octet();
    return switch (code) {
      case Codes.NONE -> Value.NONE;
      case Codes.TEXT -> Value.of(in.text());
      case Codes.NUMBER -> number(in.text());
      case Codes.FALSE -> Value.of(false);
      case Codes.TRUE -> Value.of(true);
      case Codes.BYTES -> Value.of(in.run());
      case Codes.JSON -> new Value.Json(in.text());
      case Codes.REFERENCE -> new Value.Reference(in.id());
      case Codes.LINK -> Value.of(in.hash());
      case Codes.BLOB -> blob(in.hash(), in.number(), in.git());
      case Codes.NULL -> Value.NULL;
      case Codes.TEXT_OF_FILE -> textOf(cut(text));
      case Codes.BYTES_OF_FILE -> Value.of(cut(text));
      case Codes.AS_BEFORE -> was;
      default -> throw new MalformedObjectException("it holds a value of an unknown type");
    };
  }

  private static Value number(String text) {
    if (text.length() > Limits.FIELD) {
      throw new MalformedObjectException("it holds a number that is too long");
    }
    return new Value.Number(new BigDecimal(text));
  }

  private byte[] cut(byte[] text) {
    long start = in.number();
    long length = in.number();
    if (text == null || start < 0 || length < 0 || start > text.length - length) {
      throw new MalformedObjectException("it cuts out of a file what is not in it");
    }
    return Arrays.copyOfRange(text, (int) start, (int) (start + length));
  }

  private static Value textOf(byte[] bytes) {
    try {
      return Value.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new MalformedObjectException("a text is not UTF-8");
    }
  }

  private byte[] file(GitId id) {
    try {
      ObjectLoader loader = open(id);
      if (loader.getSize() > LARGEST_TEXT) {
        throw new MalformedObjectException("it holds a scanned file that is too large");
      }
      return loader.getBytes();
    } catch (IOException e) {
      throw new MalformedObjectException("the file " + id.brief() + " cannot be read");
    }
  }

  /** What the contents that were read are in Git, each looked at. */
  Optional<GitId> inGit(Hash content) {
    return Optional.ofNullable(contents.get(content));
  }

  private Value blob(Hash hash, long size, GitId id) {
    try (InputStream content = open(id).openStream()) {
      GitHasher hasher = new GitHasher(GitHasher.BLOB, size);
      Blob blob = blobs.apply(new HashedStream(content, hasher));
      if (!blob.hash().equals(hash) || blob.size() != size || !hasher.id().equals(id)) {
        throw new MalformedObjectException("the content " + id.brief() + " is another one");
      }
      contents.put(hash, id);
      return Value.of(blob);
    } catch (IOException e) {
      throw new MalformedObjectException("the content " + id.brief() + " cannot be read");
    }
  }

  private ObjectLoader open(GitId id) throws IOException {
    return objects.open(GitIds.of(id), Constants.OBJ_BLOB);
  }
}
