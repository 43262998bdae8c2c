package org.fxd.source.core.scan;

import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileMeta;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.NativeIdentity;
import org.fxd.source.core.text.TextRule;

/**
 * The scanned form of raw files: a pure function of file id, language and content, remembered for a
 * while.
 */
public final class Projections {
  /** What a node costs besides its text, roughly. */
  private static final int OVERHEAD = 512;

  private static final long MAX_WEIGHT = 64L * 1024 * 1024;

  /** Which projection; a scanner that comes or goes makes it another one. */
  private record Key(NodeId id, String language, Hash file, long generation) {}

  private final Scanning scanning;
  private final FileNodes files;
  private final WeightedCache<Key, Node> cache =
      new WeightedCache<>(
          Math.min(MAX_WEIGHT, Runtime.getRuntime().maxMemory() / 8), Projections::weight);

  public Projections(Scanning scanning, FileNodes files) {
    this.scanning = scanning;
    this.files = files;
  }

  /** The scanned form; the node itself if it is scanned already or cannot be. */
  public Node scanned(NodeId id, Name name, Node file) {
    return scanned(id, name, file, Cancellation.none());
  }

  /** The same, unless asked to stop. */
  public Node scanned(NodeId id, Name name, Node file, Cancellation cancellation) {
    if (!file.kind().equals(Kind.FILE) || !FileNodes.isRaw(file)) {
      return file;
    }
    if (!TextRule.allowsSize(blob(file).size())) {
      return file;
    }
    Key key = new Key(id, Languages.of(name), file.hash(), scanning.generation());
    while (true) {
      try {
        return cache.get(key, wanted -> project(wanted, file, cancellation));
      } catch (CancelledException e) {
        // Another thread, which was about to answer us too, was asked to stop; we may not be.
        if (cancellation.isCancelled()) {
          throw e;
        }
      }
    }
  }

  /** The number of snippets in a file of either form; makes no nodes and remembers nothing. */
  public long count(Name name, Node file, Cancellation cancellation) {
    if (!file.kind().equals(Kind.FILE)) {
      return 0;
    }
    if (!FileNodes.isRaw(file)) {
      return snippets(file, 0);
    }
    if (!TextRule.allowsSize(blob(file).size())) {
      return 0;
    }
    byte[] text = blob(file).bytes();
    return TextRule.isText(text) ? scanning.count(text, Languages.of(name), cancellation) : 0;
  }

  private static long snippets(Node node, int depth) {
    long total = 0;
    if (depth <= RegionCheck.MAX_DEPTH) {
      for (Entry entry : node.entries()) {
        if (entry.node().kind().equals(Kind.SNIPPET)) {
          total += 1 + snippets(entry.node(), depth + 1);
        }
      }
    }
    return total;
  }

  private Node project(Key key, Node file, Cancellation cancellation) {
    byte[] text = blob(file).bytes();
    if (!TextRule.isText(text)) {
      return file;
    }
    return files.scanned(
        scanning.outline(text, key.language(), cancellation),
        file.metadata(),
        key.language(),
        new NativeIdentity(key.id()));
  }

  private static Blob blob(Node file) {
    return file.value().asBlob().orElseThrow();
  }

  private static long weight(Node file) {
    Value size = file.metadata(FileMeta.SIZE);
    long bytes = size instanceof Value.Number number ? number.number().longValue() : 0;
    return nodes(file, 0) * OVERHEAD + 2 * bytes;
  }

  private static long nodes(Node node, int depth) {
    long total = 1;
    if (depth <= RegionCheck.MAX_DEPTH) {
      for (Entry entry : node.entries()) {
        total += nodes(entry.node(), depth + 1);
      }
    }
    return total;
  }
}
