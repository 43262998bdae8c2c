package org.fxd.graph.core.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.select.Selector;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.core.projection.Projectors;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class SelectorProperties {
  private final Lines lines = new Lines();
  private final Projectors projectors = new Projectors();
  private final TreeSelectors selectors = new TreeSelectors(projectors);

  SelectorProperties() {
    projectors.add(lines);
  }

  private List<NodeId> walked(Node tree, Selector selector) {
    List<NodeId> found = new ArrayList<>();
    selectors.walk(tree, selector, Cancellation.none(), match -> found.add(match.id()));
    return found;
  }

  @Test
  void whatIsWrittenIsRead() {
    Property.seeded(300)
        .runs(800)
        .check(
            choices -> {
              SelectorList list = new SelectSamples(choices).selector(3);
              String text = SelectorWriter.write(list);
              choices.note(text);
              assertEquals(list, SelectorParser.parse(text));
              assertEquals(text, selectors.compile(text).text());
            });
  }

  @Test
  void walkingFindsWhatTheDefinitionSays() {
    Map<Boolean, Integer> empty = new HashMap<>();
    Property.seeded(400)
        .runs(600)
        .check(
            choices -> {
              SelectSamples samples = new SelectSamples(choices);
              Node tree = samples.tree();
              SelectorList list = samples.selector(2);
              Selector selector = selectors.compile(SelectorWriter.write(list));
              choices.note(selector.text());
              choices.note(shown(tree, ""));
              List<NodeId> found = walked(tree, selector);
              assertEquals(new SelectOracle(tree, lines).found(list), found);
              empty.merge(found.isEmpty(), 1, Integer::sum);
            });
    assertTrue(empty.get(false) > 150, "most selectors find nothing: " + empty);
  }

  @Test
  void aNodeByItselfMatchesIfAWalkFindsIt() {
    Property.seeded(500)
        .runs(150)
        .check(
            choices -> {
              SelectSamples samples = new SelectSamples(choices);
              Node tree = samples.tree();
              Selector selector = selectors.compile(SelectorWriter.write(samples.selector(2)));
              choices.note(selector.text());
              choices.note(shown(tree, ""));
              Set<NodeId> found = new HashSet<>(walked(tree, selector));
              for (Entry entry : tree.entries()) {
                asStored(Match.below(tree, entry), selector, found);
              }
            });
  }

  /** Matches hold stored nodes here, and projections only above inner nodes. */
  private void asStored(Match match, Selector selector, Set<NodeId> found) {
    if (Visible.is(match.entry())) {
      assertEquals(found.contains(match.id()), selector.matches(match), match::toString);
      Match seen = projectors.expand(match, Cancellation.none());
      for (Entry entry : seen.node().entries()) {
        asStored(seen.child(entry), selector, found);
      }
    }
  }

  @Test
  void itDoesNotMatterWhetherFilesAreRaw() {
    Property.seeded(600)
        .runs(300)
        .check(
            choices -> {
              SelectSamples samples = new SelectSamples(choices);
              Node tree = samples.tree();
              Selector selector = selectors.compile(SelectorWriter.write(samples.selector(2)));
              choices.note(selector.text());
              choices.note(shown(tree, ""));
              assertEquals(walked(tree, selector), walked(scanned(tree), selector));
            });
  }

  private Node scanned(Node node) {
    NodeBuilder builder = node.builder();
    for (Entry entry : node.entries()) {
      Entry seen = entry.withNode(projectors.expand(entry, Cancellation.none()));
      builder.put(seen.withNode(scanned(seen.node())));
    }
    return builder.build();
  }

  @Test
  void aVisitorStopsTheWalk() {
    Choices choices = Choices.seeded(5);
    Node tree = new SelectSamples(choices).tree();
    List<Match> told = new ArrayList<>();
    Selector all = selectors.compile("*");
    assertFalse(selectors.walk(tree, all, Cancellation.none(), match -> !told.add(match)));
    assertEquals(1, told.size());
    assertTrue(selectors.walk(tree, all, Cancellation.none(), match -> true));
  }

  private static String shown(Node node, String indent) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : node.entries()) {
      Node inner = entry.node();
      String value =
          inner
              .value()
              .asBlob()
              .map(b -> "<" + new String(b.bytes(), StandardCharsets.UTF_8) + ">")
              .orElse(inner.value().toString());
      text.append('\n').append(indent).append(inner.kind()).append(' ').append(entry.name());
      text.append(' ').append(entry.id().brief()).append(' ').append(inner.metadata());
      text.append(" = ").append(value.replace("\n", "\\n")).append(shown(inner, indent + "  "));
    }
    return text.toString();
  }
}
