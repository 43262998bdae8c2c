package org.fxd.source.treesitter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.core.GraphNodes;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.core.SnippetSources;
import org.fxd.source.core.scan.FixedScanners;
import org.junit.jupiter.api.Test;

/** The scanners at work for those who ask for snippets. */
class SourcesTest {
  private static final NodeId ID = NodeId.derived(Hash.ofContent(new byte[] {1}));

  private final SnippetSources sources =
      new SnippetSources(new GraphNodes(), new FixedScanners(Scans.ALL));

  @Test
  void everyByteOfThisProjectComesBack() throws IOException {
    for (Path file : OwnTree.files(".java")) {
      byte[] text = Files.readAllBytes(file);
      Node scanned = scanned(file.getFileName().toString(), text);
      assertArrayEquals(text, sources.render(scanned), file.toString());
    }
  }

  @Test
  void everySampleComesBackAndHasSnippets() throws IOException {
    for (String name : List.of("a.java", "a.jsx", "a.ts", "a.tsx", "a.py", "a.md")) {
      byte[] text = sample(sources.language(Name.of(name)));
      Node scanned = scanned(name, text);
      assertArrayEquals(text, sources.render(scanned), name);
      assertTrue(snippets(name, scanned).size() > 3, name);
    }
  }

  @Test
  void snippetsKeepTheirIdsWhenOthersChangeMoveOrCome() {
    String before =
        "class A {\n  int a;\n\n  /** M. */\n  void m() {\n    a++;\n  }\n\n  void n() {}\n}\n";
    String after =
        "class A {\n  void n() {}\n\n  int x;\n\n  /** M. */\n  void m() {\n    a--;\n  }\n  int a;\n}\n";
    Node old = scanned("A.java", bytes(before));
    Node fresh =
        sources
            .rescan(
                List.of(
                    new FileEdit(
                        ID,
                        Name.of("A.java"),
                        Optional.of(old),
                        Optional.of(Blob.of(bytes(after))))))
            .get(0)
            .orElseThrow();
    Map<String, NodeId> ids = ids("A.java", old);
    Map<String, NodeId> now = ids("A.java", fresh);
    assertEquals(after, new String(sources.render(fresh), StandardCharsets.UTF_8));
    for (Map.Entry<String, NodeId> id : ids.entrySet()) {
      assertEquals(id.getValue(), now.get(id.getKey()), id.getKey());
    }
    assertEquals(ids.size() + 1, now.size());
  }

  private Node scanned(String name, byte[] text) {
    return sources.scanned(ID, Name.of(name), sources.raw(Blob.of(text), false));
  }

  private List<Snippet> snippets(String name, Node file) {
    return sources.snippets(
        new SourceFile(FilePath.parse(name), new Entry(ID, Name.of(name), Place.NONE, file)));
  }

  private Map<String, NodeId> ids(String name, Node file) {
    return snippets(name, file).stream()
        .collect(Collectors.toMap(Snippet::qualifiedName, snippet -> snippet.entry().id()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sample(String language) throws IOException {
    try (var in = SourcesTest.class.getResourceAsStream("/samples/" + language + ".txt")) {
      return in.readAllBytes();
    }
  }
}
