package org.fxd.shell.command.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fxd.graph.api.Hash;
import org.junit.jupiter.api.Test;

class GraphLinesTest {
  private final GraphLines graph = new GraphLines();
  private final List<String> drawn = new ArrayList<>();

  @Test
  void aLine() {
    draw("c", "b");
    draw("b", "a");
    draw("a");
    assertEquals(
        """
        * c
        * b
        * a
        """,
        all());
  }

  @Test
  void aMerge() {
    draw("merge", "ours", "theirs");
    draw("theirs", "base");
    draw("ours", "base");
    draw("base");
    assertEquals(
        """
        * merge
        |\\
        | * theirs
        * | ours
        |/
        * base
        """,
        all());
  }

  @Test
  void mergesCrosswise() {
    draw("one", "left", "right");
    draw("two", "right", "left");
    draw("right", "base");
    draw("left", "base");
    draw("base");
    assertEquals(
        """
        * one
        |\\
        | | * two
        | | |\\
        | |/ /
        | * | right
        |_|/
        * | left
        |/
        * base
        """,
        all());
  }

  @Test
  void anOctopus() {
    draw("octopus", "a", "b", "c");
    draw("c", "base");
    draw("b", "base");
    draw("a", "base");
    draw("base");
    assertEquals(
        """
        * octopus
        |\\
        | |\\
        | | * c
        | * | b
        * | | a
        | |/
        |/
        * base
        """
            .replace("| |/\n|/", "|_|/\n|/"),
        all());
  }

  @Test
  void severalFirstCommits() {
    draw("merge", "a", "b");
    draw("b");
    draw("a");
    draw("other");
    assertEquals(
        """
        * merge
        |\\
        | * b
        * a
        * other
        """,
        all());
  }

  @Test
  void aColumnThatEndsMakesRoom() {
    draw("merge", "a", "b");
    draw("a");
    draw("b", "c");
    draw("c");
    assertEquals(
        """
        * merge
        |\\
        * | a
         /
        * b
        * c
        """,
        all());
  }

  private void draw(String name, String... parents) {
    List<String> lines =
        graph.next(hash(name), Stream.of(parents).map(GraphLinesTest::hash).toList());
    lines.forEach(line -> drawn.add(line.contains("*") ? line + " " + name : line));
  }

  private String all() {
    return String.join("\n", drawn) + "\n";
  }

  private static Hash hash(String name) {
    return Hash.ofContent(name.getBytes(StandardCharsets.UTF_8));
  }
}
