package org.fxd.source.core.board;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Groups;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.ProjectServices;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.fxd.source.api.view.ProjectViews.Patched;
import org.fxd.source.api.view.View;
import org.fxd.source.core.FileProjector;
import org.fxd.source.core.IndentScanner;
import org.fxd.source.core.Sample;
import org.fxd.source.core.marker.TextMarkers;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.fxd.store.memory.MemoryStores;

/** A project in memory with its views, and short ways to say things about them. */
final class Desk implements AutoCloseable {
  static final Origin ORIGIN = new Origin("test", "test");

  final Sample sample = new Sample();
  final Nodes nodes = sample.nodes;
  final ViewsOfProject views;
  private final OpenProjects projects = OpenProjects.over(new MemoryStores());
  final Workspace workspace;
  final Groups groups;
  private final Finder finder;

  Desk(FixedRenderers renderers) {
    Scanning scanning = new Scanning(new FixedScanners(List.of(new IndentScanner())));
    projects.projectors().add(new FileProjector(new Projections(scanning, nodes)));
    workspace = projects.createInMemory();
    ProjectServices services = new ProjectServices(projects, (ProjectWorkspace) workspace);
    finder = services.finder();
    groups = services.groups();
    views =
        ViewsOfProject.of(
            nodes,
            sample.sources,
            new TextMarkers(),
            renderers,
            groups,
            finder,
            new TreeSelectors(projects.projectors()));
  }

  Desk() {
    this(FixedRenderers.own());
  }

  Node root() {
    return workspace.root();
  }

  void change(Consumer<Transaction> edit) {
    workspace.change(ORIGIN, "test", edit);
  }

  /** Puts a raw file. */
  void file(String path, String text) {
    change(
        transaction -> {
          NodeBuilder folder = transaction.root().child(Name.of("code"));
          FilePath whole = FilePath.parse(path);
          for (Name name : whole.names().subList(0, whole.names().size() - 1)) {
            folder = folder.childOrNew(name, Kind.FOLDER);
          }
          folder.remove(whole.name());
          folder.append(Sample.id(path), whole.name(), sample.raw(text));
        });
  }

  /** Puts a snippet that is in no file. */
  NodeId note(String name, String lang, String text) {
    NodeId id = NodeId.random();
    change(
        transaction ->
            transaction
                .root()
                .childOrNew(Name.of("notes"), Kind.FOLDER)
                .append(
                    id,
                    Name.of(name),
                    nodes
                        .builder(Kind.SNIPPET)
                        .value(Value.of(text))
                        .metadata("lang", lang.isEmpty() ? Value.NONE : Value.of(lang))
                        .metadata("id", Value.of(name))
                        .build()));
    return id;
  }

  void metadata(NodeId note, String key, Value value) {
    change(
        transaction -> transaction.root().child(Name.of("notes")).child(note).metadata(key, value));
  }

  String text(String path) {
    return sample.text(
        sample.sources.file(root(), FilePath.parse(path)).orElseThrow().entry().node());
  }

  String note(NodeId id) {
    return root().child("notes").entry(id).orElseThrow().node().value().toString();
  }

  NodeId id(String address) {
    return sample.sources.snippet(root(), address).entry().id();
  }

  List<Snippet> snippets(String path) {
    return sample.sources.snippets(sample.sources.file(root(), FilePath.parse(path)).orElseThrow());
  }

  Optional<Match> find(NodeId id) {
    return finder.find(root(), id);
  }

  static View view(NodeId... members) {
    return View.of(Group.EMPTY.withMembers(List.of(members)));
  }

  String render(View view) {
    return views.render(root(), view).text();
  }

  Patched apply(View view, String edited) {
    return apply(root(), view, edited, PatchOptions.USUAL);
  }

  Patched apply(Node rendered, View view, String edited, PatchOptions options) {
    try (Transaction transaction = workspace.begin(ORIGIN)) {
      Patched patched = views.apply(transaction, rendered, view, edited, options);
      transaction.commit("test");
      return patched;
    }
  }

  Patched applyMarked(String text) {
    return applyMarked(text, PatchOptions.USUAL);
  }

  Patched applyMarked(String text, PatchOptions options) {
    try (Transaction transaction = workspace.begin(ORIGIN)) {
      Patched patched = views.applyMarked(transaction, text, options);
      transaction.commit("test");
      return patched;
    }
  }

  String renderFile(String path, boolean marked) {
    return views.renderFile(root(), FilePath.parse(path), marked).text();
  }

  Patched applyFile(String path, String edited) {
    return applyFile(path, edited, PatchOptions.USUAL);
  }

  Patched applyFile(String path, String edited, PatchOptions options) {
    try (Transaction transaction = workspace.begin(ORIGIN)) {
      Patched patched = views.applyFile(transaction, FilePath.parse(path), bytes(edited), options);
      transaction.commit("test");
      return patched;
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    projects.close();
  }
}
