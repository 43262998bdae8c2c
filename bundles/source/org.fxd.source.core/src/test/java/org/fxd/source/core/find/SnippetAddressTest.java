package org.fxd.source.core.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.core.Sample;
import org.junit.jupiter.api.Test;

class SnippetAddressTest {
  private static final String TEXT =
      """
      class A:
        def f(self):
          pass

        def f(self, x):
          pass

      class B:
        def f(self):
          pass

        def only(self):
          pass
      """;

  private final Sample sample = new Sample();
  private final Node root =
      sample.root(
          Map.of(
              "src/a.py", sample.raw(TEXT),
              "src/we#ird.py", sample.raw("def x():\n  pass\n"),
              "bin", sample.raw("\0")));

  private Snippet find(String address) {
    return sample.sources.snippet(root, address);
  }

  @Test
  void byQualifiedName() {
    assertEquals(2, find("src/a.py#A.f").firstLine());
    assertEquals(3, find("src/a.py#A.f").lastLine());
    assertEquals(5, find("src/a.py#A.f~2").firstLine());
    assertEquals("src/a.py#A.f~2", find("src/a.py#A.f~2").address());
    assertEquals(1, find("src/a.py#A").firstLine());
    assertEquals(6, find("src/a.py#A").lastLine());
    assertEquals("class", find("./src//a.py#B").type());
  }

  @Test
  void byLastNameIfThereIsOnlyOne() {
    assertEquals("B.only", find("src/a.py#only").qualifiedName());
    assertEquals("A.f", find("src/a.py#f~2").qualifiedName());
    FxdException e = assertThrows(FxdException.class, () -> find("src/a.py#f"));
    assertEquals("src/a.py has 3 snippets called 'f'.", e.getMessage());
    assertEquals("Say which: src/a.py#A.f, src/a.py#A.f~2, src/a.py#B.f", e.hint().orElseThrow());
  }

  @Test
  void byTheFirstDigitsOfItsId() {
    Snippet wanted = find("src/a.py#B.only");
    String id = wanted.entry().id().toString();
    assertEquals(wanted.address(), find("src/a.py#" + id.substring(0, 10)).address());
    assertEquals(
        wanted.address(), find("src/a.py#" + id.toUpperCase(java.util.Locale.ROOT)).address());
    assertThrows(NotFoundException.class, () -> find("src/a.py#" + id.substring(0, 5)));
  }

  @Test
  void inAFileWhoseNameHoldsTheSign() {
    assertEquals("x", find("src/we#ird.py#x").qualifiedName());
  }

  @Test
  void whatComesCloseIsNamed() {
    NotFoundException e = assertThrows(NotFoundException.class, () -> find("src/a.py#onyl"));
    assertEquals("src/a.py has no snippet 'onyl'.", e.getMessage());
    assertEquals("Did you mean only?", e.hint().orElseThrow());
    e = assertThrows(NotFoundException.class, () -> find("src/a.py#completely_different"));
    assertEquals("It has A, A.f, B, B.f, B.only.", e.hint().orElseThrow());
    e = assertThrows(NotFoundException.class, () -> find("src/b.py#A"));
    assertEquals("There is no file 'src/b.py'.", e.getMessage());
    assertEquals("Did you mean src/a.py?", e.hint().orElseThrow());
    e = assertThrows(NotFoundException.class, () -> find("a.py#A"));
    assertEquals("Did you mean src/a.py?", e.hint().orElseThrow());
    e = assertThrows(NotFoundException.class, () -> find("bin#x"));
    assertEquals("It has no snippets at all.", e.hint().orElseThrow());
    e = assertThrows(NotFoundException.class, () -> find("nonsense"));
    assertEquals("A snippet's address is PATH#NAME.", e.hint().orElseThrow());
    UsageException usage = assertThrows(UsageException.class, () -> find("src/a.py"));
    assertTrue(usage.hint().orElseThrow().contains("src/a.py#A"), usage.hint().toString());
  }

  @Test
  void filesInTheOrderOfTheirPaths() {
    List<String> paths = new ArrayList<>();
    sample.sources.files(root).forEach(file -> paths.add(file.path().toString()));
    assertEquals(List.of("bin", "src/a.py", "src/we#ird.py"), paths);
    assertTrue(sample.sources.file(root, FilePath.parse("src/a.py")).isPresent());
    assertTrue(sample.sources.file(root, FilePath.parse("src")).isEmpty());
    assertTrue(sample.sources.file(root, FilePath.parse("src/a.py/x")).isEmpty());
    assertTrue(sample.sources.file(root, FilePath.ROOT).isEmpty());
    Node nothing = sample.nodes.builder(org.fxd.graph.api.Kind.ROOT).build();
    assertTrue(!sample.sources.files(nothing).iterator().hasNext());
  }

  @Test
  void lettersAndDistances() {
    assertEquals(0, Nearest.distance("abc", "ABC"));
    assertEquals(1, Nearest.distance("only", "onyl"));
    assertEquals(3, Nearest.distance("", "abc"));
    assertEquals(3, Nearest.distance("kitten", "sitting"));
  }
}
