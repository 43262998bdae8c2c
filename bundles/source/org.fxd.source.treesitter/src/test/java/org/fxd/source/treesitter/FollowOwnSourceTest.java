package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.projection.Outline;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileEdit;
import org.fxd.source.core.FileProjector;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.fxd.source.core.scan.Projections;
import org.fxd.source.core.scan.Scanning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources as people write them, changed as people change them. */
class FollowOwnSourceTest {
  /** Every so manieth file. */
  private static final int STEP = 7;

  private static final NodeId ID = NodeId.derived(Hash.ofContent(new byte[] {1}));
  private static final Name NAME = Name.of("A.java");

  private final GraphNodes nodes = new GraphNodes();
  private final SnippetSources sources = new SnippetSources(nodes, new FixedScanners(Scans.ALL));
  private final List<String> texts = new ArrayList<>();

  @BeforeEach
  void read() throws IOException {
    List<Path> files = OwnTree.files(".java");
    for (int i = 0; i < files.size(); i += STEP) {
      texts.add(Files.readString(files.get(i)));
    }
  }

  private FileProjector projector() {
    return new FileProjector(new Projections(new Scanning(new FixedScanners(Scans.ALL)), nodes));
  }

  private Node raw(String text) {
    return sources.raw(Blob.of(text.getBytes(StandardCharsets.UTF_8)), false);
  }

  private Node scanned(String text) {
    return sources.scanned(ID, NAME, raw(text));
  }

  private Node changed(Node before, String text) {
    Blob after = Blob.of(text.getBytes(StandardCharsets.UTF_8));
    FileEdit edit = new FileEdit(ID, NAME, Optional.of(before), Optional.of(after));
    Node file = sources.rescan(List.of(edit)).get(0).orElseThrow();
    assertEquals(text, new String(sources.render(file), StandardCharsets.UTF_8));
    return file;
  }

  private static Map<NodeId, Entry> entries(Node node) {
    Map<NodeId, Entry> entries = new HashMap<>();
    collect(node, entries);
    return entries;
  }

  private static void collect(Node node, Map<NodeId, Entry> entries) {
    for (Entry entry : node.entries()) {
      entries.put(entry.id(), entry);
      collect(entry.node(), entries);
    }
  }

  private static Set<NodeId> snippets(Node file) {
    Set<NodeId> ids = new HashSet<>();
    for (Entry entry : entries(file).values()) {
      if (entry.node().kind().equals(Kind.SNIPPET)) {
        ids.add(entry.id());
      }
    }
    return ids;
  }

  @Test
  void outlineAndHintSayWhatTheProjectionSays() {
    for (String text : texts) {
      Node raw = raw(text);
      Node whole = projector().project(ID, NAME, raw, Cancellation.none());
      Outline outline = projector().outline(ID, NAME, raw, Cancellation.none()).orElseThrow();
      Set<NodeId> inner = new HashSet<>();
      outline.inner().forEach(one -> inner.add(one.id()));
      assertEquals(snippets(whole), inner);
      Node hinted = projector().project(ID, NAME, raw, outline.hint(), Cancellation.none());
      assertEquals(whole.hash(), hinted.hash());
    }
  }

  @Test
  void aChangedLineChangesTheSnippetsAroundItAndNoOthers() {
    for (String text : texts) {
      List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)")));
      int at = lines.size() * 2 / 3;
      while (at < lines.size() - 1 && !lines.get(at).endsWith(";\n")) {
        at++;
      }
      if (!lines.get(at).endsWith(";\n")) {
        continue;
      }
      lines.set(at, lines.get(at).replace("\n", " // changed\n"));
      Node before = scanned(text);
      Map<NodeId, Entry> old = entries(before);
      Map<NodeId, Entry> now = entries(changed(before, String.join("", lines)));
      assertEquals(old.keySet(), now.keySet());
      long differ =
          now.values().stream()
              .filter(entry -> !entry.node().hash().equals(old.get(entry.id()).node().hash()))
              .peek(entry -> assertTrue(holds(entry.node(), "// changed"), entry::toString))
              .count();
      assertTrue(differ >= 1, text);
    }
  }

  private boolean holds(Node node, String text) {
    return new String(sources.render(node), StandardCharsets.UTF_8).contains(text);
  }

  @Test
  void indentedAnewAllAreStillThere() {
    for (String text : texts) {
      Node before = scanned(text);
      assertEquals(
          snippets(before), snippets(changed(before, text.replaceAll("(?m)^( +)", "$1$1"))));
      assertEquals(snippets(before), snippets(changed(before, text.replace("\n", "\r\n"))));
    }
  }

  @Test
  void inAnotherOrderAllAreStillThereAndWhatTheyWere() {
    for (String text : texts) {
      Node before = scanned(text);
      Optional<Entry> type =
          entries(before).values().stream()
              .filter(entry -> members(entry.node()).size() > 2)
              .max(Comparator.comparing(Entry::id));
      if (type.isEmpty()) {
        continue;
      }
      List<String> members = members(type.get().node());
      String whole = new String(sources.render(type.get().node()), StandardCharsets.UTF_8);
      String first = whole.substring(0, whole.indexOf(members.get(0)));
      List<String> reversed = new ArrayList<>(members);
      Collections.reverse(reversed);
      String after = text.replace(whole, first + String.join("", reversed) + "}\n");
      Map<NodeId, Entry> old = entries(before);
      Map<NodeId, Entry> now = entries(changed(before, after));
      for (Entry member : type.get().node().entries()) {
        if (member.node().kind().equals(Kind.SNIPPET) && isOnce(members, member.node())) {
          assertTrue(now.containsKey(member.id()), member::toString);
          assertEquals(old.get(member.id()).node().hash(), now.get(member.id()).node().hash());
        }
      }
    }
  }

  private boolean isOnce(List<String> members, Node node) {
    String text = new String(sources.render(node), StandardCharsets.UTF_8);
    return Collections.frequency(members, text) == 1;
  }

  private List<String> members(Node type) {
    List<String> members = new ArrayList<>();
    for (Entry entry : type.entries()) {
      if (entry.node().kind().equals(Kind.SNIPPET)) {
        members.add(new String(sources.render(entry.node()), StandardCharsets.UTF_8));
      }
    }
    // Constants of an enum and what shares its line cannot trade places.
    return members.stream().allMatch(member -> member.endsWith("}\n") || member.endsWith(";\n"))
        ? members
        : List.of();
  }
}
