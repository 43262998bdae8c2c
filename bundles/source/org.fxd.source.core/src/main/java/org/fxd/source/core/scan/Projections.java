package org.fxd.source.core.scan;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.CancelledException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileMeta;
import org.fxd.source.api.scan.Region;
import org.fxd.source.core.language.Languages;
import org.fxd.source.core.text.FileNodes;
import org.fxd.source.core.text.NativeIdentity;
import org.fxd.source.core.text.Outline;
import org.fxd.source.core.text.TextRule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The scanned form of raw files: a pure function of file id, language and content, remembered for a
 * while.
 */
@Component(service = Projections.class)
public final class Projections {
  /** Grows whenever languages, ids or nodes follow from the same regions in another way. */
  private static final int MODEL = 1;

  /** What a node costs besides its text, roughly. */
  private static final int OVERHEAD = 512;

  private static final long MAX_WEIGHT = 64L * 1024 * 1024;

  private static final byte[] NO_HINT = {};

  /** Which projection; a scanner that comes or goes makes it another one. */
  private record Key(NodeId id, String language, Hash file, long generation) {}

  private final Scanning scanning;
  private final FileNodes files;
  private final WeightedCache<Key, Node> cache =
      new WeightedCache<>(
          Math.min(MAX_WEIGHT, Runtime.getRuntime().maxMemory() / 8), Projections::weight);

  @Activate
  public Projections(@Reference Scanning scanning, @Reference Nodes nodes) {
    this.scanning = scanning;
    this.files = new FileNodes(nodes);
  }

  /** What projections follow from besides the file's id, name and content. */
  public String version() {
    return MODEL + " " + scanning.version();
  }

  /** Whether a file is raw and not too large to be scanned. */
  public static boolean isProjected(Node file) {
    return file.kind().equals(Kind.FILE)
        && file.value().asBlob().filter(blob -> TextRule.allowsSize(blob.size())).isPresent();
  }

  /** The scanned form; the node itself if it is scanned already or cannot be. */
  public Node scanned(NodeId id, Name name, Node file) {
    return scanned(id, name, file, Cancellation.none());
  }

  /** The same, unless asked to stop. */
  public Node scanned(NodeId id, Name name, Node file, Cancellation cancellation) {
    return scanned(id, name, file, NO_HINT, cancellation);
  }

  /** The same, with the help of a hint, if it fits. */
  public Node scanned(NodeId id, Name name, Node file, byte[] hint, Cancellation cancellation) {
    if (!isProjected(file)) {
      return file;
    }
    Key key = new Key(id, Languages.of(name), file.hash(), scanning.generation());
    while (true) {
      try {
        Node known = cache.get(key, wanted -> project(wanted, file, hint, cancellation));
        // One that is no text is known as itself, perhaps of a project that was closed since.
        return known.hash().equals(file.hash()) ? file : known;
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

  /**
   * The snippets of a raw file without their nodes; remembers nothing.
   *
   * @return empty if the file is not projected or turns out to be no text
   */
  public Optional<Sketch> sketch(NodeId id, Name name, Node file, Cancellation cancellation) {
    if (!isProjected(file)) {
      return Optional.empty();
    }
    byte[] text = blob(file).bytes();
    if (!TextRule.isText(text)) {
      return Optional.empty();
    }
    String language = Languages.of(name);
    Found found = scanning.find(text, language, cancellation);
    return Optional.of(
        new Sketch(
            language,
            Outline.of(text, found.regions()),
            new NativeIdentity(id),
            RegionHint.of(found, blob(file).hash(), language)));
  }

  private Node project(Key key, Node file, byte[] hint, Cancellation cancellation) {
    byte[] text = blob(file).bytes();
    if (!TextRule.isText(text)) {
      return file;
    }
    List<Region> regions =
        hinted(key, file, hint, text)
            .orElseGet(() -> scanning.find(text, key.language(), cancellation).regions());
    return files.scanned(
        Outline.of(text, regions), file.metadata(), key.language(), new NativeIdentity(key.id()));
  }

  private Optional<List<Region>> hinted(Key key, Node file, byte[] hint, byte[] text) {
    return hint.length == 0
        ? Optional.empty()
        : RegionHint.read(
            hint, blob(file).hash(), key.language(), scanning.finder(key.language()), text.length);
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
