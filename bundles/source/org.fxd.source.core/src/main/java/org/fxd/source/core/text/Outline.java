package org.fxd.source.core.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;

/**
 * A file's bytes and the snippets in them.
 *
 * <p>A snippet without a name of its own goes by its type in qualified names, so that it has an
 * address too.
 */
public final class Outline {
  /** Of a file that is not there, or is not text. */
  public static final Outline EMPTY = Outline.of(new byte[0], List.of());

  /** Longer names are cut: a name is for people. */
  private static final int MAX_NAME = 255;

  /** Deeper nodes than a scanner may make are text of the piece around them. */
  private static final int MAX_DEPTH = 256;

  private final byte[] bytes;
  private final Optional<Node> node;
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<Piece> snippets = new ArrayList<>();
  private final Piece file;

  private Outline(byte[] bytes, Optional<Node> node, List<Draft> drafts) {
    this.bytes = bytes;
    this.node = node;
    Draft whole = new Draft("file", Name.EMPTY, 0, bytes.length, Optional.empty(), drafts);
    this.file = new Piece(this, Optional.empty(), whole, "", 1);
  }

  /** The outline of a text in which a scanner has found regions; they have been checked. */
  public static Outline of(byte[] bytes, List<Region> regions) {
    return new Outline(bytes, Optional.empty(), drafts(regions));
  }

  /** The outline of a scanned file. A file that is not scanned has bytes but no snippets. */
  public static Outline of(Node file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Draft> drafts;
    try {
      drafts = read(file, out, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
    }
    return new Outline(out.toByteArray(), Optional.of(file), drafts);
  }

  /** The bytes of the file; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** The node it was read from, if it was. */
  public Optional<Node> node() {
    return node;
  }

  /** The file itself, around all snippets. */
  public Piece file() {
    return file;
  }

  /** All snippets, outer ones before inner ones, in the order of the text. */
  public List<Piece> snippets() {
    return Collections.unmodifiableList(snippets);
  }

  List<Piece> adopt(Piece parent, List<Draft> drafts) {
    List<Piece> pieces = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      String own = draft.name().length() == 0 ? draft.type() : draft.name().toString();
      String qualified = parent.depth() < 0 ? own : parent.qualifiedName() + "." + own;
      int ordinal = counts.merge(qualified, 1, Integer::sum);
      int position = snippets.size();
      snippets.add(parent);
      Piece piece = new Piece(this, Optional.of(parent), draft, qualified, ordinal);
      snippets.set(position, piece);
      pieces.add(piece);
    }
    return Collections.unmodifiableList(pieces);
  }

  private static List<Draft> drafts(List<Region> regions) {
    List<Draft> drafts = new ArrayList<>(regions.size());
    for (Region region : regions) {
      drafts.add(
          new Draft(
              region.type(),
              name(region.name()),
              region.start(),
              region.end(),
              Optional.empty(),
              drafts(region.children())));
    }
    return drafts;
  }

  private static Name name(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int end = Math.min(utf8.length, MAX_NAME);
    // Never within a character: back to the first byte of the one that would be cut.
    while (end < utf8.length && (utf8[end] & 0xc0) == 0x80) {
      end--;
    }
    return Name.ofBytes(Arrays.copyOf(utf8, end));
  }

  private static List<Draft> read(Node node, ByteArrayOutputStream out, int depth)
      throws IOException {
    Leaf.write(node.value(), out);
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : node.entries()) {
      if (entry.node().kind().equals(Kind.SNIPPET) && depth < MAX_DEPTH) {
        int start = out.size();
        List<Draft> children = read(entry.node(), out, depth + 1);
        String type = entry.node().metadata(FileMeta.TYPE).asText().orElse("snippet");
        drafts.add(new Draft(type, entry.name(), start, out.size(), Optional.of(entry), children));
      } else {
        Rendering.write(entry.node(), out);
      }
    }
    return drafts;
  }
}
