package org.fxd.benchmarks.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;

/** Makes the tree of a project out of real code. */
final class CodeTree {
  private final GraphNodes nodes = new GraphNodes();
  private final RealCode code;
  private final boolean raw;

  /**
   * Trees of some code.
   *
   * @param raw whether a file is one blob; else it has an entry for each snippet
   */
  CodeTree(RealCode code, boolean raw) {
    this.code = code;
    this.raw = raw;
  }

  /** A folder in the making. */
  private static final class Folder {
    private final Map<String, Folder> folders = new TreeMap<>();
    private final Map<String, RealCode.File> files = new TreeMap<>();
  }

  /** A root that nobody has looked at: no hash of it is known yet. */
  Node root() {
    Folder top = new Folder();
    for (RealCode.File file : code.files()) {
      String[] steps = file.path().split("/");
      Folder folder = top;
      for (int i = 0; i < steps.length - 1; i++) {
        folder = folder.folders.computeIfAbsent(steps[i], any -> new Folder());
      }
      folder.files.put(steps[steps.length - 1], file);
    }
    Entry entry =
        new Entry(id("code"), Name.of(Workspace.CODE), Place.NONE, folder(top, Workspace.CODE));
    return nodes.builder(Kind.ROOT).appendAll(List.of(entry)).build();
  }

  private Node folder(Folder folder, String path) {
    List<Entry> entries = new ArrayList<>();
    folder.folders.forEach(
        (name, inside) -> {
          String place = path + "/" + name;
          entries.add(new Entry(id(place), Name.of(name), Place.NONE, folder(inside, place)));
        });
    folder.files.forEach(
        (name, file) ->
            entries.add(
                new Entry(
                    id(file.path()), Name.of(name), Place.NONE, raw ? rawFile(file) : file(file))));
    return nodes.builder(Kind.FOLDER).appendAll(entries).build();
  }

  private Node file(RealCode.File file) {
    List<Entry> entries = new ArrayList<>();
    long size = 0;
    for (int i = 0; i < file.texts().size(); i++) {
      String text = file.texts().get(i);
      size += text.length();
      Node snippet =
          nodes
              .builder(Kind.SNIPPET)
              .metadata("type", Value.of("method"))
              .value(Value.of(text))
              .build();
      entries.add(new Entry(snippet(file, i), Name.of(file.names().get(i)), Place.NONE, snippet));
    }
    return nodes
        .builder(Kind.FILE)
        .appendAll(entries)
        .metadata("content", Value.of(Hash.ofContent(utf8(file.path())).bytes()))
        .metadata("size", Value.of(size))
        .metadata("lang", Value.of("java"))
        .build();
  }

  private Node rawFile(RealCode.File file) {
    Blob content = Blob.of(utf8(String.join("", file.texts())));
    return nodes
        .builder(Kind.FILE)
        .metadata("content", Value.of(content.hash().bytes()))
        .metadata("size", Value.of(content.size()))
        .value(Value.of(content))
        .build();
  }

  /** The id of a snippet of a file, from 0. */
  static NodeId snippet(RealCode.File file, int snippet) {
    return id(file.path() + "#" + snippet);
  }

  private static NodeId id(String what) {
    return NodeId.derived(Hash.ofContent(utf8(what)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
