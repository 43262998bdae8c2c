package org.fxd.graph.core.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.CollectReport;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.graph.core.GraphNodes;
import org.fxd.graph.core.links.ChunkLinks;
import org.fxd.graph.core.links.NodeLinks;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectLinks;
import org.fxd.store.api.ObjectType;
import org.fxd.testkit.Choices;
import org.fxd.testkit.NodeGenerator;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/**
 * Collecting projects of every sort: what is reachable stays, nothing else does, and all is sound.
 */
class CollectProperties {
  private static final Name CODE = Name.of(Workspace.CODE);
  private static final Map<ObjectType, ObjectLinks> LINKS =
      Map.of(
          ObjectType.NODE, new NodeLinks(),
          ObjectType.CHUNK, new ChunkLinks(),
          ObjectType.COMMIT, new PlainCommits());

  @Test
  void whatIsReachableStaysAndNothingElse() {
    Property.seeded(7).runs(120).check(CollectProperties::check);
  }

  private static void check(Choices choices) {
    NodeGenerator generator = new NodeGenerator(new GraphNodes());
    List<Hash> roots = new ArrayList<>();
    try (KeptProject project = new KeptProject()) {
      Transaction open = null;
      for (int steps = choices.between(1, 25); steps > 0; steps--) {
        project.pass(Duration.ofHours(choices.below(30)));
        switch (choices.below(9)) {
          case 0, 1, 2 -> edit(choices, project, generator);
          case 3 -> roots.add(project.workspace().root().hash());
          case 4 -> project.commit();
          case 5 -> branch(choices, project);
          case 6 -> back(choices, project, roots);
          case 7 -> {
            if (open != null) {
              open.close();
            }
            open = project.workspace().begin(KeptProject.ME);
            put(open, generator.edited(choices, open.base().root().child(CODE), 2));
          }
          default -> {
            collect(choices, project);
            roots.removeIf(root -> project.objects().get(root) == null);
          }
        }
      }
      collect(choices, project);
      if (open != null) {
        try (Transaction late = open) {
          late.commit("what was open all the time");
        } catch (ConflictException e) {
          assertTrue(e.getMessage().contains("contradict"), e.getMessage());
        }
        assertSound(project);
      }
    }
  }

  private static void edit(Choices choices, KeptProject project, NodeGenerator generator) {
    project.change(
        transaction -> {
          Node code = transaction.base().root().child(CODE);
          int edits = choices.chance(5) ? 150 : 6;
          put(transaction, generator.edited(choices, code, edits));
        });
  }

  private static void put(Transaction transaction, Node code) {
    Entry entry = transaction.root().entry(CODE).orElseThrow();
    transaction.root().put(new Entry(entry.id(), CODE, entry.place(), code));
  }

  private static void branch(Choices choices, KeptProject project) {
    project.change(
        transaction -> {
          State base = transaction.base();
          String name = State.BRANCHES + "b" + choices.below(3);
          if (base.ref(name).isPresent()) {
            transaction.ref(name, null);
          } else {
            base.resolve(State.HEAD).ifPresent(head -> transaction.ref(name, Ref.to(head)));
          }
          if (choices.chance(30)) {
            transaction.ref(KeptProject.MAIN, null);
          }
        });
  }

  /** Takes up a tree of earlier again, all of which may be of no use at the moment. */
  private static void back(Choices choices, KeptProject project, List<Hash> roots) {
    if (!roots.isEmpty()) {
      Node root = project.workspace().node(choices.pick(roots));
      project.change(transaction -> put(transaction, root.child(CODE)));
    }
  }

  private static void collect(Choices choices, KeptProject project) {
    Duration keep = Duration.ofHours(choices.below(100));
    Set<Hash> expected = reachable(project, project.now().minus(keep));
    int before = project.objects().size();
    State state = project.workspace().state();
    Set<Hash> read = KeptProject.read(state.node());

    CollectReport report = project.collect(keep);

    assertEquals(new TreeSet<>(expected), new TreeSet<>(project.objects().keySet()));
    assertEquals(expected.size(), report.kept());
    assertEquals(before - expected.size(), report.removed());
    assertTrue(report.done());
    assertEquals(read, KeptProject.read(project.workspace().node(state.node().hash())));
    List<Operation> log = new ArrayList<>();
    project.workspace().operations().forEach(log::add);
    assertEquals(report.operations(), log.size());
    assertEquals(report.since(), log.get(log.size() - 1).time());
    assertSound(project);
  }

  private static void assertSound(KeptProject project) {
    CheckReport report = project.check(CheckOptions.LOOK);
    assertEquals(List.of(), report.findings());
    assertTrue(report.isSound());
  }

  /** What has to stay, found out in the simplest way. */
  private static Set<Hash> reachable(KeptProject project, Instant oldest) {
    Set<Hash> reached = new HashSet<>();
    Deque<Hash> left = new ArrayDeque<>(project.store().leased());
    boolean newest = true;
    for (Operation operation : project.workspace().operations()) {
      if (newest || operation.time().isAfter(oldest)) {
        reached.add(operation.id());
        left.add(operation.before());
        left.add(operation.after());
      }
      newest = false;
    }
    while (!left.isEmpty()) {
      Hash hash = left.remove();
      Lookup answer = project.store().get(List.of(hash)).get(hash);
      if (answer instanceof Lookup.Present present && reached.add(hash)) {
        ObjectType type = project.objects().get(hash);
        if (type != ObjectType.BLOB) {
          LINKS.get(type).of(present.bytes(), (to, named) -> left.add(named));
        }
      }
    }
    return reached;
  }
}
