package org.fxd.source.core.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.SnippetChange;
import org.fxd.source.core.Sample;
import org.fxd.source.core.Texts;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** What holds for files that changed together, however they did. */
class RescanProperties {
  private static final List<String> PATHS = List.of("a.py", "b.py", "c.txt");

  private final Sample sample = new Sample();

  private record Batch(List<FileEdit> edits, List<Node> before, List<String> after) {}

  private Batch batch(Choices choices) {
    Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    String last = "";
    for (String path : PATHS) {
      String text = Texts.code(choices);
      Node before = choices.chance(50) ? sample.raw(text) : sample.scanned(path, text);
      // Sometimes what is in one file now was in the other.
      String after = Texts.edited(choices, choices.chance(20) ? text + last : text);
      last = text;
      choices.note(path + " before:\n" + text + path + " after:\n" + after);
      batch.edits().add(Sample.edit(path, before, after));
      batch.before().add(before);
      batch.after().add(after);
    }
    return batch;
  }

  private List<Node> rescan(Batch batch) {
    return sample.rescanAll(batch.edits()).stream().map(Optional::orElseThrow).toList();
  }

  @Test
  void theBytesAreTheNewOnesAndNoIdIsThereTwice() {
    Property.seeded(10)
        .runs(600)
        .check(
            choices -> {
              Batch batch = batch(choices);
              List<Node> after = rescan(batch);
              Set<NodeId> ids = new HashSet<>();
              for (int i = 0; i < after.size(); i++) {
                assertEquals(batch.after().get(i), sample.text(after.get(i)));
                ids.add(batch.edits().get(i).id());
                assertDistinct(after.get(i), ids);
              }
            });
  }

  private static void assertDistinct(Node node, Set<NodeId> ids) {
    for (Entry entry : node.entries()) {
      assertTrue(ids.add(entry.id()), () -> "twice: " + entry);
      assertDistinct(entry.node(), ids);
    }
  }

  @Test
  void theSameRescanTwiceGivesTheSame() {
    Property.seeded(11)
        .runs(200)
        .check(
            choices -> {
              Batch batch = batch(choices);
              List<Node> once = rescan(batch);
              List<Optional<Node>> twice = new Sample().rescanAll(batch.edits());
              for (int i = 0; i < once.size(); i++) {
                assertEquals(once.get(i).hash(), twice.get(i).orElseThrow().hash());
              }
            });
  }

  @Test
  void thereAndBackAgainKeepsWhatWasKept() {
    Property.seeded(12)
        .runs(300)
        .check(
            choices -> {
              String text = Texts.code(choices);
              String other = Texts.edited(choices, text);
              Node before = sample.scanned("a.py", text);
              Node there = sample.rescan("a.py", before, other);
              Node back = sample.rescan("a.py", there, text);
              assertEquals(text, sample.text(back));
              Map<String, NodeId> old = sample.ids("a.py", before);
              Map<String, NodeId> now = sample.ids("a.py", back);
              assertEquals(old.keySet(), now.keySet());
            });
  }

  @Test
  void aDiffTellsOfEverySnippetThatIsNewOrGone() {
    Property.seeded(13)
        .runs(300)
        .check(
            choices -> {
              Batch batch = batch(choices);
              List<Node> after = rescan(batch);
              Set<NodeId> old = new HashSet<>();
              Set<NodeId> now = new HashSet<>();
              for (int i = 0; i < after.size(); i++) {
                String path = PATHS.get(i);
                Node before = batch.before().get(i);
                old.addAll(sample.ids(path, before).values());
                now.addAll(sample.ids(path, after.get(i)).values());
              }
              Set<NodeId> gone = new HashSet<>(old);
              gone.removeAll(now);
              Set<NodeId> come = new HashSet<>(now);
              come.removeAll(old);
              sample.sources.diff(
                  root(batch.before()),
                  root(after),
                  change -> {
                    for (SnippetChange one : change.snippets()) {
                      if (one.kind() == SnippetChange.Kind.ADDED) {
                        assertTrue(come.remove(one.after().orElseThrow().entry().id()));
                      } else if (one.kind() == SnippetChange.Kind.REMOVED) {
                        assertTrue(gone.remove(one.before().orElseThrow().entry().id()));
                      } else {
                        assertEquals(
                            one.before().orElseThrow().entry().id(),
                            one.after().orElseThrow().entry().id());
                      }
                    }
                    return true;
                  });
              assertEquals(Set.of(), come);
              assertEquals(Set.of(), gone);
            });
  }

  private Node root(List<Node> files) {
    return sample.root(
        Map.of(PATHS.get(0), files.get(0), PATHS.get(1), files.get(1), PATHS.get(2), files.get(2)));
  }
}
