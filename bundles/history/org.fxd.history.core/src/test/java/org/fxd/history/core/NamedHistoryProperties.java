package org.fxd.history.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CollectOptions;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Selection;
import org.fxd.history.api.Stashed;
import org.fxd.history.api.ref.Annotation;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.Tag;
import org.fxd.history.api.ref.Target;
import org.fxd.history.api.ref.Work;
import org.fxd.store.api.Lookup;
import org.fxd.testkit.Choices;
import org.fxd.testkit.Property;
import org.junit.jupiter.api.Test;

/**
 * Random histories with branches, tags, switches, resets, amendments, stashes, undos and
 * collections, against a model of maps: after each step names, head, stash and work are as the
 * model says; at the end all that a name leads to is whole.
 */
class NamedHistoryProperties {
  private static final List<String> FILES = List.of("a", "b", "c");
  private static final List<String> NAMES = List.of("main", "x", "y", "x/y", "z");
  private static final CollectOptions ALL = CollectOptions.DEFAULT.keeping(Duration.ZERO);

  @Test
  void namesAreAsTheModelSays() {
    Property.seeded(77).runs(200).check(choices -> new Run(choices).play());
  }

  /** One history. */
  private static final class Run {
    private final Choices choices;
    private final HistoryModel model = new HistoryModel();
    private final HistoryFixture project = new HistoryFixture();
    private final ProjectRefs refs = project.history().refs();
    private int made;

    /** The newest operation that the model knows of. */
    private Hash known = project.log().newest().id();

    Run(Choices choices) {
      this.choices = choices;
    }

    void play() {
      try (project) {
        for (int steps = choices.between(1, 40); steps > 0; steps--) {
          step();
          compare();
        }
        // The states before and after the last operation are kept: it is to be one without names.
        project.write("last", "");
        model.work.put("last", "");
        did();
        collect();
        compare();
        assertEquals(
            List.of(),
            project
                .upkeep()
                .check(CheckOptions.LOOK, Progress.NONE, Cancellation.none())
                .findings());
        // What was read before is remembered, and would be found though it is gone.
        Commits unread = new Commits(project.store());
        for (Hash id : model.reachable()) {
          Commit commit = unread.get(id).commit();
          assertInstanceOf(
              Lookup.Present.class, project.store().get(List.of(commit.root())).get(commit.root()));
          assertEquals(model.commit(id), commit);
          assertEquals(model.tree(id), HistoryFixture.files(project.history().root(commit)));
        }
      }
    }

    private void step() {
      int step = choices.below(21);
      if (step > 5 && step < 18 && model.head().isEmpty()) {
        return;
      }
      switch (step) {
        case 0 -> edit();
        case 1 -> commit();
        case 2, 3, 4 -> {
          edit();
          did();
          commit();
        }
        case 5 -> collect();
        case 6 -> create();
        case 7 -> delete();
        case 8 -> rename();
        case 9 -> move();
        case 10, 11 -> tag();
        case 12 -> deleteTag();
        case 13, 14 -> checkout();
        case 15 -> amend();
        case 16 -> putAway();
        case 17 -> take();
        case 18, 19 -> undo();
        default -> redo();
      }
      did();
    }

    /** What was done may have been nothing. */
    private void did() {
      Hash newest = project.log().newest().id();
      if (!newest.equals(known)) {
        model.did();
        known = newest;
      }
    }

    private void compare() {
      Map<String, Hash> branches = new TreeMap<>();
      refs.branches().all().forEach(branch -> branches.put(branch.name(), branch.commit()));
      assertEquals(model.branches, branches);
      Map<String, Hash> tags = new TreeMap<>();
      refs.tags().all().forEach(tag -> tags.put(tag.name(), tag.commit()));
      assertEquals(model.tags, tags);
      assertEquals(model.branch, project.history().branch());
      assertEquals(model.head(), project.history().head().map(Commit::id));
      assertEquals(model.work, project.files());
      assertEquals(model.stashed(), project.stash().list().size());
      model.head().ifPresent(id -> assertEquals(Optional.of(id), refs.reflog().at("HEAD", 0)));
    }

    private void amend() {
      Amendment amendment = Amendment.by(HistoryFixture.ADA).withMessage("amended " + made++);
      boolean isWhole = choices.below(2) == 0;
      Commit amended =
          project
              .history()
              .amend(amendment, isWhole ? Selection.all() : Selection.none(), HistoryFixture.TEST);
      model.amend(amended, isWhole);
    }

    private void putAway() {
      if (model.committed().equals(model.work)) {
        refused(this::push);
      } else {
        push();
        model.putAway();
      }
    }

    private void push() {
      project.stash().push("", Selection.all(), HistoryFixture.ADA, HistoryFixture.TEST);
    }

    private void take() {
      int newest = project.stash().list().stream().mapToInt(Stashed::number).max().orElse(1);
      if (model.stashed() > 0 && model.taken().isPresent()) {
        project.stash().pop(newest, HistoryFixture.TEST);
        model.take();
      } else {
        refused(() -> project.stash().pop(newest, HistoryFixture.TEST));
      }
    }

    private void undo() {
      if (model.canUndo()) {
        project.log().undo(HistoryFixture.TEST);
        model.undo();
        known = project.log().newest().id();
      }
    }

    private void redo() {
      if (model.canRedo()) {
        project.log().redo(HistoryFixture.TEST);
        model.redo();
        known = project.log().newest().id();
      }
    }

    private void edit() {
      String file = choices.pick(FILES);
      String text = "text " + choices.below(6);
      if (choices.below(4) == 3) {
        project.delete(file);
        model.work.remove(file);
      } else {
        project.write(file, text);
        model.work.put(file, text);
      }
    }

    private void commit() {
      if (model.head().isPresent() && model.committed().equals(model.work)) {
        assertThrows(FxdException.class, () -> project.commit("nothing"));
      } else {
        model.commit(project.commit("commit " + made++));
      }
    }

    private void collect() {
      project.upkeep().collect(ALL, Progress.NONE, Cancellation.none());
      model.forget();
    }

    private void create() {
      String name = choices.pick(NAMES);
      Commit at = anyCommit();
      if (hasRoom(model.branches, name)) {
        refs.branches().create(name, at, HistoryFixture.TEST);
        model.branches.put(name, at.id());
      } else {
        refused(() -> refs.branches().create(name, at, HistoryFixture.TEST));
      }
    }

    private void delete() {
      if (model.branches.isEmpty()) {
        return;
      }
      String name = choices.pick(List.copyOf(model.branches.keySet()));
      Branch branch = refs.branches().get(name);
      boolean isForced = choices.below(2) == 1;
      boolean isAllowed = isForced || model.isKeptWithout(name, model.branches, Optional.empty());
      if (isAllowed && !branch.isCheckedOut()) {
        remove(branch, isForced);
        model.branches.remove(name);
      } else {
        refused(() -> remove(branch, isForced));
      }
    }

    private void remove(Branch branch, boolean isForced) {
      if (isForced) {
        refs.branches().drop(branch, HistoryFixture.TEST);
      } else {
        refs.branches().delete(branch, HistoryFixture.TEST);
      }
    }

    private void rename() {
      if (model.branches.isEmpty()) {
        return;
      }
      String from = choices.pick(List.copyOf(model.branches.keySet()));
      String to = choices.pick(NAMES);
      Branch branch = refs.branches().get(from);
      Map<String, Hash> others = new TreeMap<>(model.branches);
      others.remove(from);
      if (!hasRoom(others, to)) {
        refused(() -> refs.branches().rename(branch, to, HistoryFixture.TEST));
        return;
      }
      refs.branches().rename(branch, to, HistoryFixture.TEST);
      Hash commit = model.branches.remove(from);
      model.branches.put(to, commit);
      if (model.branch.filter(from::equals).isPresent()) {
        model.checkOutBranch(to);
      }
    }

    private void move() {
      if (model.branches.isEmpty()) {
        return;
      }
      String name = choices.pick(List.copyOf(model.branches.keySet()));
      Commit to = anyCommit();
      Branch branch = refs.branches().get(name);
      boolean isForced = choices.below(2) == 1;
      if (isForced) {
        refs.branches().reset(branch, to, HistoryFixture.TEST);
      } else if (model.isKeptWithout(name, model.branches, Optional.of(to.id()))) {
        refs.branches().move(branch, to, HistoryFixture.TEST);
      } else {
        refused(() -> refs.branches().move(branch, to, HistoryFixture.TEST));
        return;
      }
      model.branches.put(name, to.id());
    }

    private void tag() {
      String name = choices.pick(NAMES);
      Commit at = anyCommit();
      Optional<Annotation> said =
          choices.below(2) == 0
              ? Optional.empty()
              : Optional.of(
                  new Annotation(
                      "tag " + made,
                      HistoryFixture.ADA,
                      OffsetDateTime.of(2026, 1, 1, 0, 0, made % 60, 0, ZoneOffset.UTC)));
      Optional<Tag> there = refs.tags().find(name);
      if (there.isPresent()) {
        refused(() -> refs.tags().create(name, at, said, HistoryFixture.TEST));
        assertEquals(
            said.map(Annotation::message),
            refs.tags()
                .replace(there.get(), at, said, HistoryFixture.TEST)
                .annotation()
                .map(Annotation::message));
      } else if (hasRoom(model.tags, name)) {
        refs.tags().create(name, at, said, HistoryFixture.TEST);
      } else {
        refused(() -> refs.tags().create(name, at, said, HistoryFixture.TEST));
        return;
      }
      model.tags.put(name, at.id());
    }

    private void deleteTag() {
      if (model.tags.isEmpty()) {
        return;
      }
      String name = choices.pick(List.copyOf(model.tags.keySet()));
      Tag tag = refs.tags().get(name);
      if (choices.below(2) == 1) {
        refs.tags().drop(tag, HistoryFixture.TEST);
      } else if (model.isKeptWithout(name, model.tags, Optional.empty())) {
        refs.tags().delete(tag, HistoryFixture.TEST);
      } else {
        refused(() -> refs.tags().delete(tag, HistoryFixture.TEST));
        return;
      }
      model.tags.remove(name);
    }

    private void checkout() {
      Work work = choices.pick(List.of(Work.FOLLOWS, Work.DISCARDED));
      switch (choices.below(3)) {
        case 0 -> {
          Commit at = anyCommit();
          turn(new Target.Detached(at), work, at.id(), () -> model.checkOutCommit(at.id()));
        }
        case 1 -> {
          if (!model.branches.isEmpty()) {
            String name = choices.pick(List.copyOf(model.branches.keySet()));
            turn(
                new Target.Revision(name),
                work,
                model.branches.get(name),
                () -> model.checkOutBranch(name));
          }
        }
        default -> {
          String name = choices.pick(NAMES);
          Commit at = anyCommit();
          Target target = new Target.NewBranch(name, Optional.of(at));
          if (hasRoom(model.branches, name)) {
            turn(
                target,
                work,
                at.id(),
                () -> {
                  model.branches.put(name, at.id());
                  model.checkOutBranch(name);
                });
          } else {
            refused(() -> refs.checkouts().to(target, work, HistoryFixture.TEST));
          }
        }
      }
    }

    private void turn(Target target, Work work, Hash commit, Runnable then) {
      Optional<Map<String, String>> becomes =
          work == Work.DISCARDED
              ? Optional.of(model.tree(commit))
              : model.workOn(model.tree(commit));
      if (becomes.isEmpty()) {
        assertThrows(
            ConflictException.class, () -> refs.checkouts().to(target, work, HistoryFixture.TEST));
        return;
      }
      refs.checkouts().to(target, work, HistoryFixture.TEST);
      model.work = new TreeMap<>(becomes.get());
      then.run();
    }

    private Commit anyCommit() {
      return model.commit(choices.pick(model.reachable()));
    }

    private static boolean hasRoom(Map<String, Hash> names, String wanted) {
      return names.keySet().stream()
          .noneMatch(
              other ->
                  other.equals(wanted)
                      || other.startsWith(wanted + "/")
                      || wanted.startsWith(other + "/"));
    }

    private static void refused(Runnable work) {
      assertThrows(FxdException.class, work::run);
    }
  }
}
