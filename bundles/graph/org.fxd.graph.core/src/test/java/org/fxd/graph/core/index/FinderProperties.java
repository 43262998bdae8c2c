package org.fxd.graph.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeBuilder;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.select.Finder;
import org.fxd.graph.api.select.Match;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.core.select.CompiledSelector;
import org.fxd.graph.core.select.TreeSelectors;
import org.fxd.graph.core.workspace.OpenProjects;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.memory.MemoryStores;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

class FinderProperties {
  private static final Origin ORIGIN = new Origin("someone", "test");

  private final List<Node> roots = new ArrayList<>();
  private OpenProjects projects;
  private ProjectWorkspace workspace;
  private Finder finder;
  private TreeSelectors selectors;

  private void open() {
    roots.clear();
    projects = OpenProjects.over(new MemoryStores());
    projects.projectors().add(new LineProjector("lines-1"));
    workspace = (ProjectWorkspace) projects.createInMemory();
    finder = workspace.finder();
    selectors = new TreeSelectors(projects.projectors());
  }

  @Test
  void whatAnIndexFindsIsWhatAWalkFinds() {
    Property.seeded(31)
        .runs(80)
        .check(
            choices -> {
              open();
              CodeTrees trees = new CodeTrees();
              for (int changes = choices.between(1, 6); changes > 0; changes--) {
                workspace.change(ORIGIN, "edit", t -> trees.edit(choices, t.root(), 12));
                roots.add(workspace.root());
                if (choices.chance(60)) {
                  ask(choices, workspace.root());
                }
              }
              ask(choices, workspace.root());
              ask(choices, choices.pick(roots));
              NodeBuilder making = workspace.root().builder();
              trees.edit(choices, making, 6);
              ask(choices, making.build());
              projects.close();
            });
  }

  private void ask(Choices choices, Node root) {
    List<Match> all = walk(root, "*");
    List<NodeId> ids = new ArrayList<>(List.of(new NodeId(0x1234567890abcdefL, 7)));
    all.forEach(match -> ids.add(match.id()));
    for (int left = choices.between(1, 4); left > 0; left--) {
      String text = CodeTrees.selector(choices, ids, 2);
      choices.note(text);
      assertEquals(walk(root, text), finder.select(root, selectors.compile(text)), text);
    }
    if (!all.isEmpty()) {
      Match one = choices.pick(all);
      assertEquals(Optional.of(one), finder.find(root, one.id()));
      assertEquals(Optional.of(one), finder.find(root, one.path()));
    }
    assertTrue(finder.find(root, ids.get(0)).isEmpty());
  }

  private List<Match> walk(Node root, String text) {
    List<Match> found = new ArrayList<>();
    CompiledSelector selector = selectors.compile(text);
    selectors.walk(root, selector, Cancellation.none(), found::add);
    return found;
  }
}
