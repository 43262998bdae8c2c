package org.fxd.source.treesitter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.scan.Region;
import org.fxd.source.api.scan.SnippetScanner;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds snippets with tree-sitter. Every call has a parser of its own: they are cheap to make and
 * cannot be shared.
 */
@Component(name = TreeSitterScanner.NAME)
public final class TreeSitterScanner implements SnippetScanner {
  static final String NAME = "org.fxd.source.treesitter";

  /** The folder for native libraries; see {@link NativeFolder}. */
  static final String NATIVE_FOLDER = "fxd.native.dir";

  private static final Logger LOG = LoggerFactory.getLogger(TreeSitterScanner.class);

  /** A tree takes some twenty times the memory of its text. */
  private static final int LONGEST = 16 << 20;

  private final Grammars grammars;
  private final RecentTrees recent = new RecentTrees();
  private final Runnable withdraw;
  private final AtomicReference<UnavailableException> unavailable = new AtomicReference<>();

  /** For the container; loads nothing. */
  @Activate
  public TreeSitterScanner(ComponentContext context) {
    this(
        new Natives(
            Platform.current(),
            new NativeFolder(
                Optional.ofNullable(context.getBundleContext().getProperty(NATIVE_FOLDER))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of),
                Path.of(System.getProperty("java.io.tmpdir")))),
        () -> context.disableComponent(NAME));
  }

  /**
   * A scanner.
   *
   * @param withdraw what to do when the native libraries turn out to be of no use here
   */
  TreeSitterScanner(Natives natives, Runnable withdraw) {
    this.grammars = new Grammars(natives);
    this.withdraw = withdraw;
  }

  /** Lets go of what lies in native memory. */
  @Deactivate
  void close() {
    recent.close();
  }

  @Override
  public Set<String> languages() {
    return Grammars.LANGUAGES;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<Region> scan(byte[] text, String language, Cancellation cancellation) {
    checkLength(text);
    Grammar grammar = grammar(language);
    Text read = new Text(text);
    try (SyntaxTree tree = new Parse(grammar, read, cancellation).tree()) {
      return regions(grammar, read, tree, cancellation);
    }
  }

  @Override
  public List<Region> rescan(
      byte[] text, byte[] before, String language, Cancellation cancellation) {
    checkLength(text);
    Grammar grammar = grammar(language);
    Text read = new Text(text);
    try (SyntaxTree tree =
        changed(grammar, read, before, language, cancellation)
            .orElseGet(() -> new Parse(grammar, read, cancellation).tree())) {
      if (tree.isSound()) {
        recent.keep(language, text, tree);
      }
      return regions(grammar, read, tree, cancellation);
    }
  }

  /**
   * The tree of a text, made from that of the text before if this is there. Only a sound tree is
   * made from a sound one: how the parser gets over an error depends on what it knew before, and
   * the result may depend on the text alone.
   */
  private Optional<SyntaxTree> changed(
      Grammar grammar, Text text, byte[] before, String language, Cancellation cancellation) {
    Optional<SyntaxTree> known = recent.copy(language, before);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    try (SyntaxTree old = known.get()) {
      Optional<SyntaxTree> tree =
          new Parse(grammar, text, cancellation).tree(new Text(before), old);
      if (tree.isPresent() && !tree.get().isSound()) {
        tree.get().close();
        return Optional.empty();
      }
      return tree;
    }
  }

  private static void checkLength(byte[] text) {
    if (text.length > LONGEST) {
      throw new FxdException("The text is longer than " + LONGEST + " bytes.");
    }
  }

  private static List<Region> regions(
      Grammar grammar, Text text, SyntaxTree tree, Cancellation cancellation) {
    List<Piece> pieces = new Walk(grammar, text, cancellation).pieces(tree.tree().getRootNode());
    return new Layout(text, grammar.byIndent()).regions(pieces);
  }

  /**
   * A machine without the native libraries will not get them while this runs: the service goes, so
   * that nobody asks again for every file, and this is said once.
   */
  private Grammar grammar(String language) {
    UnavailableException before = unavailable.get();
    if (before != null) {
      throw before;
    }
    try {
      return grammars.grammar(language);
    } catch (UnavailableException e) {
      if (unavailable.compareAndSet(null, e)) {
        LOG.warn("{} They will be cut by lines.", e.getMessage());
        withdraw.run();
      }
      throw e;
    }
  }
}
