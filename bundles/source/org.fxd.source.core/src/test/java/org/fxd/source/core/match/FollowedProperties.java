package org.fxd.source.core.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.source.api.FileEdit;
import org.fxd.source.api.Followed;
import org.fxd.source.api.Followed.By;
import org.fxd.source.api.Reconciled;
import org.fxd.source.core.Sample;
import org.fxd.source.core.Texts;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/** Whatever is done to files by hand, who is who is found out, and no more is changed than that. */
class FollowedProperties {
  private final Sample sample = new Sample();

  /** A program before and after a script of changes, taken in. */
  private record Run(
      Program program,
      Map<Integer, String> oldAddresses,
      Map<String, Node> before,
      Map<String, String> texts,
      List<FileEdit> edits,
      Reconciled reconciled) {}

  private Run run(Choices choices) {
    Program program = new Program(choices);
    Map<Integer, String> oldAddresses = program.addresses();
    Map<String, Node> before = new LinkedHashMap<>();
    program.texts().forEach((path, text) -> before.put(path, old(choices, path, text)));
    choices.note("before: " + program.texts());
    for (int left = choices.between(1, 6); left > 0; left--) {
      program.change();
    }
    Map<String, String> texts = program.texts();
    choices.note("after: " + texts);
    List<FileEdit> edits = new ArrayList<>();
    texts.forEach((path, text) -> edits.add(Sample.edit(path, before.get(path), text)));
    Reconciled reconciled = sample.sources.reconcile(edits, Cancellation.none());
    return new Run(program, oldAddresses, before, texts, edits, reconciled);
  }

  private Node old(Choices choices, String path, String text) {
    return choices.chance(50) ? sample.raw(text) : sample.scanned(path, text);
  }

  private Map<String, NodeId> ids(Map<String, Node> files) {
    Map<String, NodeId> ids = new HashMap<>();
    files.forEach(
        (path, file) ->
            sample.ids(path, file).forEach((name, id) -> ids.put(path + "#" + name, id)));
    return ids;
  }

  private static Map<String, Node> after(Run run) {
    Map<String, Node> after = new LinkedHashMap<>();
    int next = 0;
    for (String path : run.texts().keySet()) {
      after.put(path, run.reconciled().nodes().get(next++).orElseThrow());
    }
    return after;
  }

  @Test
  void whoIsStillThereKeepsTheIdAndWhoIsNewHasAnother() {
    Property.seeded(61)
        .runs(500)
        .check(
            choices -> {
              Run run = run(choices);
              Map<String, NodeId> old = ids(run.before());
              Map<String, NodeId> now = ids(after(run));
              run.program()
                  .addresses()
                  .forEach(
                      (key, address) -> {
                        assertNotNull(now.get(address), address);
                        String was = run.oldAddresses().get(key);
                        if (was != null) {
                          assertEquals(old.get(was), now.get(address), was + " > " + address);
                        }
                      });
            });
  }

  @Test
  void whatWasSplitAndMergedIsSaid() {
    Property.seeded(62)
        .runs(300)
        .check(
            choices -> {
              Run run = run(choices);
              Map<String, NodeId> old = ids(run.before());
              Map<String, NodeId> now = ids(after(run));
              Map<NodeId, Followed> told =
                  run.reconciled().snippets().stream()
                      .collect(Collectors.toMap(Followed::id, one -> one));
              run.program()
                  .functions()
                  .forEach(
                      (key, function) -> {
                        String address = run.program().addresses().get(key);
                        for (int other : function.merged) {
                          NodeId from = old.get(run.oldAddresses().get(other));
                          assertTrue(
                              told.get(now.get(address)).from().contains(from),
                              () -> told.toString());
                          assertTrue(told.get(from).after().isEmpty(), () -> told.toString());
                        }
                        if (function.splitFrom >= 0) {
                          NodeId from = old.get(run.oldAddresses().get(function.splitFrom));
                          Followed part = told.get(now.get(address));
                          assertEquals(List.of(from), part.from());
                          assertEquals(By.SPLIT, part.by());
                        }
                      });
            });
  }

  @Test
  void theBytesAreTheNewOnesNoIdIsThereTwiceAndTwiceIsTheSame() {
    Property.seeded(63)
        .runs(150)
        .check(
            choices -> {
              Run run = run(choices);
              Set<NodeId> ids = new HashSet<>();
              List<FileEdit> again = new ArrayList<>();
              after(run)
                  .forEach(
                      (path, file) -> {
                        assertEquals(run.texts().get(path), sample.text(file));
                        assertDistinct(file, ids);
                        again.add(Sample.edit(path, file, run.texts().get(path)));
                      });
              Reconciled twice = new Sample().sources.reconcile(run.edits(), Cancellation.none());
              assertEquals(hashes(run.reconciled()), hashes(twice));
              assertEquals(run.reconciled().snippets(), twice.snippets());
              // What is taken in once more is what it is.
              Reconciled same = sample.sources.reconcile(again, Cancellation.none());
              assertEquals(hashes(run.reconciled()), hashes(same));
              assertEquals(List.of(), same.snippets());
            });
  }

  private static List<Hash> hashes(Reconciled reconciled) {
    return reconciled.nodes().stream().map(node -> node.orElseThrow().hash()).toList();
  }

  private static void assertDistinct(Node node, Set<NodeId> ids) {
    for (Entry entry : node.entries()) {
      assertTrue(ids.add(entry.id()), () -> "twice: " + entry);
      assertDistinct(entry.node(), ids);
    }
  }

  @Test
  void itTellsOfThoseThatADiffTellsOf() {
    Property.seeded(64)
        .runs(300)
        .check(
            choices -> {
              Map<String, Node> before = new LinkedHashMap<>();
              Map<String, Node> after = new LinkedHashMap<>();
              List<FileEdit> edits = new ArrayList<>();
              for (String path : List.of("a.py", "b.py", "c.txt")) {
                String text = Texts.code(choices);
                before.put(path, sample.scanned(path, text));
                String edited = Texts.edited(choices, text);
                choices.note(path + " before:\n" + text + path + " after:\n" + edited);
                edits.add(Sample.edit(path, before.get(path), edited));
              }
              Reconciled reconciled = sample.sources.reconcile(edits, Cancellation.none());
              int next = 0;
              for (String path : before.keySet()) {
                after.put(path, reconciled.nodes().get(next++).orElseThrow());
              }
              Set<NodeId> differ = new HashSet<>();
              sample.sources.diff(
                  sample.root(before),
                  sample.root(after),
                  file -> {
                    file.snippets()
                        .forEach(
                            one ->
                                differ.add(one.after().or(one::before).orElseThrow().entry().id()));
                    return true;
                  });
              List<NodeId> told = reconciled.snippets().stream().map(Followed::id).toList();
              assertEquals(differ, new HashSet<>(told));
              assertEquals(differ.size(), told.size());
            });
  }

  @Test
  void anEditChangesTheNodesOnItsPathAndNoOthers() {
    Property.seeded(65)
        .runs(300)
        .check(
            choices -> {
              Program program = new Program(choices);
              String path = choices.pick(Program.PATHS);
              String text = program.texts().get(path);
              List<String> lines = List.of(text.split("(?<=\n)"));
              int at = choices.below(lines.size());
              String line = lines.get(at);
              // Within a function or a field; a heading stays one of the same name.
              String edited =
                  line.isBlank()
                      ? line + "\n"
                      : line.replace("one", "two")
                          .replace("= ", "= 2 + ")
                          .replace("class C", "class D");
              if (edited.equals(line)) {
                return;
              }
              List<String> all = new ArrayList<>(lines);
              all.set(at, edited);
              choices.note(text + "line " + at + ": " + edited);
              Node before = sample.scanned(path, text);
              Node after = sample.rescan(path, before, String.join("", all));
              Set<NodeId> differ = new HashSet<>();
              Map<NodeId, Node> old = new HashMap<>();
              nodes(before, old);
              Map<NodeId, Node> now = new HashMap<>();
              nodes(after, now);
              assertEquals(old.keySet(), now.keySet());
              now.forEach(
                  (id, node) -> {
                    if (!node.hash().equals(old.get(id).hash())) {
                      differ.add(id);
                    }
                  });
              assertEquals(path(before, offset(lines, at)), differ);
            });
  }

  private static int offset(List<String> lines, int at) {
    return lines.subList(0, at).stream().mapToInt(String::length).sum();
  }

  private static void nodes(Node node, Map<NodeId, Node> nodes) {
    for (Entry entry : node.entries()) {
      nodes.put(entry.id(), entry.node());
      nodes(entry.node(), nodes);
    }
  }

  /** The nodes from the file, which is left out, to the leaf that holds an offset. */
  private Set<NodeId> path(Node file, int offset) {
    Set<NodeId> path = new HashSet<>();
    int position = 0;
    for (Optional<Node> in = Optional.of(file); in.isPresent(); ) {
      Optional<Node> next = Optional.empty();
      for (Entry entry : in.get().entries()) {
        int length = sample.sources.render(entry.node()).length;
        if (offset < position + length) {
          path.add(entry.id());
          next = Optional.of(entry.node());
          break;
        }
        position += length;
      }
      in = next;
    }
    return path;
  }
}
