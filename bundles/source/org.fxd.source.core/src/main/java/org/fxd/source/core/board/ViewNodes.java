package org.fxd.source.core.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.error.NearMisses;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.group.Group;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewRenderer;

/** Views as nodes below {@code views}. Only what differs is written. */
final class ViewNodes {
  private static final Name VIEWS = Name.of("views");
  private static final Name GROUP = Name.of("group");
  private static final Kind VIEW = new Kind(ProjectViews.KIND);
  private static final Kind REFERENCE = new Kind("reference");
  private static final String RENDERER = "renderer";
  private static final String OPTION = "option.";

  private final Nodes nodes;

  ViewNodes(Nodes nodes) {
    this.nodes = nodes;
  }

  static SortedMap<Name, View> all(Node root) {
    SortedMap<Name, View> views = new TreeMap<>();
    for (Entry entry : root.child(VIEWS).entries()) {
      if (entry.node().kind().equals(VIEW)) {
        views.put(entry.name(), read(entry.node()));
      }
    }
    return views;
  }

  static Optional<View> find(Node root, Name name) {
    Node node = root.child(VIEWS).child(name);
    return node.kind().equals(VIEW) ? Optional.of(read(node)) : Optional.empty();
  }

  private static View read(Node node) {
    SortedMap<String, String> options = new TreeMap<>();
    for (Map.Entry<String, Value> metadatum : node.metadata().entrySet()) {
      if (metadatum.getKey().startsWith(OPTION)) {
        options.put(metadatum.getKey().substring(OPTION.length()), metadatum.getValue().toString());
      }
    }
    Node group = node.child(GROUP);
    View.Members members =
        group.kind().equals(REFERENCE)
            ? new View.Members.Named(Name.of(group.value().asText().orElse("")))
            : new View.Members.Own(GroupNodes.read(group));
    String renderer = node.metadata(RENDERER).asText().orElse(ViewRenderer.MARKERS);
    return new View(members, renderer, options);
  }

  void put(NodeBuilder root, Name name, View view) {
    if (name.length() == 0) {
      throw new UsageException("A view needs a name.", "Give it one that is not empty.");
    }
    NodeBuilder node = root.childOrNew(VIEWS, Kind.FOLDER).childOrNew(name, VIEW);
    if (!node.kind().equals(VIEW)) {
      throw new UsageException(
          "Cannot keep a view as '" + name + "': what is there is a " + node.kind() + ".",
          "Choose another name.");
    }
    set(node, RENDERER, Value.of(view.renderer()));
    for (String key : List.copyOf(node.build().metadata().keySet())) {
      if (key.startsWith(OPTION) && view.option(key.substring(OPTION.length())).isEmpty()) {
        node.metadata(key, Value.NONE);
      }
    }
    view.options().forEach((option, value) -> set(node, OPTION + option, Value.of(value)));
    if (view.members() instanceof View.Members.Named named) {
      NodeBuilder reference = member(node, REFERENCE);
      Value text = Value.of(named.group().toString());
      if (!reference.value().equals(text)) {
        reference.value(text);
      }
    } else if (view.members() instanceof View.Members.Own own) {
      Group group = own.group();
      NodeBuilder holder = member(node, GroupNodes.GROUP);
      NodeId id = node.entry(GROUP).orElseThrow().id();
      GroupNodes.write(nodes, holder, id, group);
    }
  }

  /** The entry that says which members, of a kind; one of another kind gives way. */
  private static NodeBuilder member(NodeBuilder view, Kind kind) {
    List<Entry> others = new ArrayList<>();
    view.entry(GROUP).filter(entry -> !entry.node().kind().equals(kind)).ifPresent(others::add);
    others.forEach(entry -> view.remove(entry.id()));
    return view.childOrNew(GROUP, kind);
  }

  private static void set(NodeBuilder node, String key, Value value) {
    if (!node.metadata(key).equals(value)) {
      node.metadata(key, value);
    }
  }

  static void remove(NodeBuilder root, Name name) {
    Optional<Entry> views = root.entry(VIEWS);
    boolean there = views.isPresent() && views.get().node().child(name).kind().equals(VIEW);
    if (!there) {
      throw missing(views.map(Entry::node), name);
    }
    root.child(VIEWS).remove(name);
  }

  private static NotFoundException missing(Optional<Node> views, Name name) {
    List<String> names = new ArrayList<>();
    views.ifPresent(node -> node.entries().forEach(entry -> names.add(entry.name().toString())));
    List<String> near = NearMisses.of(name.toString(), names, 3);
    return new NotFoundException(
        "There is no view '" + name + "'.",
        near.isEmpty() ? null : "Did you mean " + String.join(", ", near) + "?");
  }
}
