package org.fxd.graph.core.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodePath;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodePathProperties {
  private static final List<String> PIECES =
      List.of(
          "a", "Main", ".", "~", "\"", "\\", "\\x", "41", " ", "\t", "\u0085", "\u2028", "é", "😀",
          "\0", "~2", "\uFEFF", "x");

  private static Name name(Choices choices) {
    if (choices.chance(25)) {
      return Name.ofBytes(choices.bytes(6));
    }
    StringBuilder name = new StringBuilder();
    for (int left = choices.below(5); left > 0; left--) {
      name.append(choices.pick(PIECES));
    }
    return Name.of(name.toString());
  }

  @Test
  void whatIsWrittenIsRead() {
    Property.seeded(1000)
        .runs(5000)
        .check(
            choices -> {
              NodePath path = NodePath.ROOT;
              for (int left = choices.below(4); left > 0; left--) {
                path = path.child(name(choices), choices.between(1, 3));
              }
              choices.note(path.toString());
              assertEquals(path, NodePath.parse(path.toString()));
              assertTrue(path.toString().lines().count() <= 1, path.toString());
            });
  }

  @Test
  void anyTextIsReadOrRefused() {
    Property.seeded(1100)
        .runs(10_000)
        .check(
            choices -> {
              StringBuilder text = new StringBuilder();
              for (int left = choices.below(10); left > 0; left--) {
                text.append(choices.chance(5) ? "\ud800" : choices.pick(PIECES));
              }
              choices.note(text.toString());
              try {
                NodePath path = NodePath.parse(text.toString());
                assertEquals(path, NodePath.parse(path.toString()));
              } catch (UsageException refused) {
                assertTrue(refused.getMessage().contains("column "), refused.getMessage());
                assertTrue(refused.hint().isPresent());
              }
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a..b      | 3
          .a        | 1
          a.        | 3
          a.~2      | 3
          a~0       | 3
          a~x       | 3
          a~2b      | 4
          "a        | 1
          "a"b      | 4
          a\\       | 3
          a\\x4     | 3
          a"b       | 2
          a~9999999999 | 3
          """)
  void errorsPointAtTheColumn(String text, int column) {
    UsageException error = assertThrows(UsageException.class, () -> NodePath.parse(text));
    assertTrue(error.getMessage().contains("(column " + column + " "), error.getMessage());
  }

  /** Paths lead to what they are the path of, and attributes agree with them. */
  @Test
  void theAttributeIsThePath() {
    Property.seeded(1200)
        .runs(100)
        .check(
            choices -> {
              Node tree = new SelectSamples(choices).tree();
              Projectors projectors = new Projectors();
              Attributes attributes = new Attributes(new Seen(projectors, Cancellation.none()));
              TreeSelectors selectors = new TreeSelectors(projectors);
              selectors.walk(
                  tree,
                  selectors.compile("*"),
                  Cancellation.none(),
                  match -> {
                    assertEquals(
                        match.path().toString(),
                        attributes.of(match, "path").orElseThrow().toString());
                    assertEquals(match.id(), at(tree, match.path()).id());
                    return true;
                  });
            });
  }

  private static Match at(Node root, NodePath path) {
    Match at = null;
    for (NodePath.Step step : path.steps()) {
      int left = step.ordinal();
      Match found = null;
      for (var entry : (at == null ? root : at.node()).entries()) {
        if (entry.name().equals(step.name()) && --left == 0) {
          found = at == null ? Match.below(root, entry) : at.child(entry);
        }
      }
      at = found;
    }
    return at;
  }

  @Test
  void ordinalsCountOnlyWhereNamesMayRepeat() {
    Node tree =
        Trees.root(
            Trees.twig("a", Kind.DATA, Trees.twig("b", Kind.DATA), Trees.twig("c", Kind.DATA)));
    assertEquals(List.of("a", "b", "c"), Trees.found(tree, "[path=a], [path='a.b'], [path='a.c']"));
  }
}
