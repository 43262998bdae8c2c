package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Selectors;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Marked;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewRenderer;
import org.fxd.source.api.view.ViewRenderer.Part;
import org.fxd.source.core.marker.MarkerText;

/** The views of one project. Needs no container. */
public final class ViewsOfProject implements ProjectViews {
  /** Whose the imports at the top are, in a text without markers. */
  private static final int HOISTED = -2;

  private final Markers markers;
  private final ViewNodes views;
  private final Rendering rendering;
  private final MemberReader reader;
  private final Lookup lookup;
  private final Patching patching;
  private final FileTexts files;

  ViewsOfProject(
      Nodes nodes,
      Sources sources,
      Markers markers,
      Renderers renderers,
      Groups groups,
      Lookup lookup) {
    this.markers = markers;
    this.views = new ViewNodes(nodes);
    this.reader = new MemberReader(sources);
    this.rendering = new Rendering(groups, reader, renderers);
    this.lookup = lookup;
    this.patching = new Patching(nodes, sources);
    this.files = new FileTexts(sources, reader, markers);
  }

  /** The views of a project whose groups and nodes are found so. */
  public static ViewsOfProject of(
      Nodes nodes,
      Sources sources,
      Markers markers,
      Renderers renderers,
      Groups groups,
      Finder finder,
      Selectors selectors) {
    return new ViewsOfProject(
        nodes, sources, markers, renderers, groups, new FinderLookup(finder, selectors));
  }

  @Override
  public SortedMap<Name, View> all(Node root) {
    return ViewNodes.all(root);
  }

  @Override
  public Optional<View> find(Node root, Name name) {
    return ViewNodes.find(root, name);
  }

  @Override
  public void put(Transaction transaction, Name name, View view) {
    Layout.of(view.options());
    views.put(transaction.root(), name, view);
  }

  @Override
  public void remove(Transaction transaction, Name name) {
    ViewNodes.remove(transaction.root(), name);
  }

  @Override
  public Rendered render(Node root, View view) {
    Laid laid = rendering.lay(root, view);
    return new Rendered(laid.text(), laid.members().stream().map(Member::id).toList());
  }

  @Override
  public Patched applyMarked(Transaction transaction, String text, PatchOptions options) {
    return applyMarked(transaction, text, Optional.empty(), options);
  }

  private Patched applyMarked(
      Transaction transaction, String text, Optional<Laid> rendered, PatchOptions options) {
    MarkedReturn back = new MarkedReturn(new MarkerIds(lookup), reader);
    back.read(markers.parse(text), transaction.root().build(), rendered);
    List<Orphan> orphans = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (Marked unknown : back.unknown()) {
      if (options.orphans()) {
        orphans.add(new Orphan(NodeId.random(), unknown));
      } else {
        skipped.add(unknown.id());
      }
    }
    return patching.apply(transaction, back.wanted(), orphans, skipped, options);
  }

  @Override
  public Patched apply(
      Transaction transaction, Node rendered, View view, String edited, PatchOptions options) {
    Laid laid = rendering.lay(rendered, view);
    boolean marked = view.renderer().equals(ViewRenderer.MARKERS);
    if (MarkerText.hasMarkers(edited)) {
      // A body that holds markers itself says nothing of how the text came to have some.
      boolean own =
          !marked
              && laid.members().stream()
                  .anyMatch(member -> MarkerText.hasMarkers(member.body().text()));
      if (!own) {
        return applyMarked(transaction, edited, Optional.of(laid), options);
      }
    }
    if (!marked) {
      return applyPlain(transaction, laid, edited, options);
    }
    // Someone took the markers out: what is left is what it would have been without them.
    Laid plain = rendering.lay(rendered, view.renderer(ViewRenderer.PLAIN));
    return applyPlain(transaction, plain, MarkerText.unescape(edited), options);
  }

  @Override
  public Rendered renderFile(Node root, FilePath file, boolean marked) {
    return files.render(root, file, marked);
  }

  @Override
  public Patched applyFile(
      Transaction transaction, FilePath file, byte[] edited, PatchOptions options) {
    return files.apply(transaction, file, edited, options);
  }

  private Patched applyPlain(
      Transaction transaction, Laid laid, String edited, PatchOptions options) {
    Map<Integer, String> now = PlainReturn.of(pieces(laid), edited);
    List<List<String>> imports = laid.hoisted();
    if (now.containsKey(HOISTED)) {
      List<String> top = new ArrayList<>(List.of(now.get(HOISTED).split("\n", -1)));
      top.removeIf(String::isBlank);
      imports = Hoisting.edited(laid.hoisted(), top);
    }
    Node root = transaction.root().build();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < laid.members().size(); i++) {
      Member base = laid.members().get(i);
      String before = base.body().text();
      String shown = Hoisting.rest(before, laid.hoisted().get(i));
      String body = before;
      if (now.containsKey(i) || !imports.get(i).equals(laid.hoisted().get(i))) {
        body = body(base, laid.hoisted().get(i), imports.get(i), now.getOrDefault(i, shown));
      }
      Optional<Member> current =
          base.match().root().equals(root)
              ? Optional.of(base)
              : lookup.byId(root, base.id()).flatMap(reader::read);
      boolean outdated = !current.map(member -> member.body().text().equals(before)).orElse(false);
      wanted.add(new Wanted(0, base.named(), current, body, !body.equals(before), outdated));
    }
    return patching.apply(transaction, wanted, List.of(), List.of(), options);
  }

  private static String body(Member base, List<String> hoisted, List<String> back, String rest) {
    return hoisted.isEmpty() ? rest : Hoisting.joined(base.body().text(), hoisted, back, rest);
  }

  /**
   * The text as pieces with owners. A part that is not its member's body, or the end of it, is no
   * one's: it is not known how an edit of it would go back.
   */
  private static List<PlainReturn.Piece> pieces(Laid laid) {
    List<PlainReturn.Piece> pieces = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    boolean top = !laid.top().isEmpty();
    for (Part part : laid.parts()) {
      String text = part.text().replace("\r\n", "\n");
      int owner = PlainReturn.Piece.NONE;
      if (top && pieces.isEmpty()) {
        owner = HOISTED;
      } else if (part.member() >= 0) {
        String body = laid.members().get(part.member()).body().text();
        String shown = Hoisting.rest(body, laid.hoisted().get(part.member()));
        owner = text.equals(shown) && seen.add(part.member()) ? part.member() : owner;
      }
      pieces.add(new PlainReturn.Piece(text, owner));
    }
    return pieces;
  }
}
