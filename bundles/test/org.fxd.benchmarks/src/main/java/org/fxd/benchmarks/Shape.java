package org.fxd.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.GraphNodes;

/**
 * A project of about a given number of nodes: folders of 50 scanned files, each with a head, nine
 * snippets and the gaps between them, in Java. The same number gives the same tree.
 */
final class Shape {
  /** How many nodes a file has, itself included. */
  static final int FILE_NODES = 19;

  private static final int SNIPPETS = 9;
  private static final int FILES = 50;

  private final GraphNodes nodes = new GraphNodes();
  private final int files;
  private final String text;

  Shape(int size) {
    this(size, null);
  }

  /**
   * A project all of whose snippets have one text.
   *
   * @param text null for a text of each snippet's own
   */
  Shape(int size, String text) {
    this.files = Math.max(1, size / FILE_NODES);
    this.text = text;
  }

  /** How many files there are. */
  int files() {
    return files;
  }

  /** The path of a file below {@code code}, with slashes. */
  String path(int file) {
    return folder(file / FILES) + "/" + name(file);
  }

  static String folder(int folder) {
    return "package" + folder;
  }

  static String name(int file) {
    return "Class" + file + ".java";
  }

  /** The id of a file. */
  static NodeId file(int file) {
    return id("file " + file);
  }

  /** The id of a snippet of a file, from 0. */
  static NodeId snippet(int file, int snippet) {
    return id("snippet " + file + " " + snippet);
  }

  private static NodeId id(String what) {
    return NodeId.derived(Hash.ofContent(what.getBytes(StandardCharsets.UTF_8)));
  }

  /** The whole root. */
  Node root() {
    List<Entry> folders = new ArrayList<>();
    for (int first = 0; first < files; first += FILES) {
      List<Entry> inside = new ArrayList<>();
      for (int file = first; file < Math.min(files, first + FILES); file++) {
        inside.add(entry(file(file), name(file), fileNode(file)));
      }
      String name = folder(first / FILES);
      folders.add(entry(id(name), name, filled(Kind.FOLDER, inside).build()));
    }
    Node code = filled(Kind.FOLDER, folders).build();
    return filled(Kind.ROOT, List.of(entry(id("code"), "code", code))).build();
  }

  private Node fileNode(int file) {
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(id("head " + file), "", nodes.leaf(Kind.HEAD, Value.of("package p;\n\n"))));
    for (int i = 0; i < SNIPPETS; i++) {
      String name = "method" + i;
      String own =
          text != null
              ? text
              : "  int " + name + "(int a) {\n    return a * " + file + " + " + i + ";\n  }\n";
      Node snippet =
          nodes
              .builder(Kind.SNIPPET)
              .metadata("type", Value.of("method"))
              .value(Value.of(own))
              .build();
      entries.add(entry(snippet(file, i), name, snippet));
      entries.add(entry(id("gap " + file + " " + i), "", nodes.leaf(Kind.GAP, Value.of("\n"))));
    }
    entries.remove(entries.size() - 1);
    return filled(Kind.FILE, entries)
        .metadata(
            "content",
            Value.of(Hash.ofContent(name(file).getBytes(StandardCharsets.UTF_8)).bytes()))
        .metadata("size", Value.of(600))
        .metadata("lang", Value.of("java"))
        .build();
  }

  private NodeBuilder filled(Kind kind, List<Entry> entries) {
    return nodes.builder(kind).appendAll(entries);
  }

  private static Entry entry(NodeId id, String name, Node node) {
    return new Entry(id, Name.of(name), Place.NONE, node);
  }
}
