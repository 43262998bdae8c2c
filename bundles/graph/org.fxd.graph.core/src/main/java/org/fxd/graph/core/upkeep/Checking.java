package org.fxd.graph.core.upkeep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.graph.core.index.IndexCheck;
import org.fxd.graph.core.links.KnownLinks;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/**
 * One check: what the store has, what is needed of it, what objects say of each other, the index.
 */
final class Checking {
  /** Of so many lost objects it is found out where they were of use. */
  private static final int MOST_EXPLAINED = 100;

  private final Store store;
  private final Optional<ProjectWorkspace> workspace;
  private final boolean repair;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Graph graph = new Graph();
  private final Census census;
  private final Findings findings = new Findings();
  private final List<String> notes = new ArrayList<>();
  private Optional<LostHead> head = Optional.empty();

  /**
   * Checks what is in a store. What is to be repaired is looked at before, too, for what goes with
   * the repair.
   *
   * @param workspace the project; empty if its newest operation cannot be read
   */
  static CheckReport check(
      Store store,
      Optional<ProjectWorkspace> workspace,
      KnownLinks links,
      boolean repair,
      Progress progress,
      Cancellation cancellation) {
    CheckReport found =
        new Checking(store, workspace, links, false, progress, cancellation).check();
    return repair && !found.isSound()
        ? new CutLog(found, store)
            .told(new Checking(store, workspace, links, true, progress, cancellation).check())
        : found;
  }

  private Checking(
      Store store,
      Optional<ProjectWorkspace> workspace,
      KnownLinks links,
      boolean repair,
      Progress progress,
      Cancellation cancellation) {
    this.store = store;
    this.workspace = workspace;
    this.repair = repair;
    this.progress = progress;
    this.cancellation = cancellation;
    this.census = new Census(links, graph);
  }

  private CheckReport check() {
    store.check(repair, census, progress, cancellation);
    progress.phase("looking what is needed", graph.size());
    Reaching reaching = new Reaching(store, graph, census, progress, cancellation);
    reach(reaching);
    progress.phase("comparing", -1);
    new Claims(store, graph, census, findings::add).check(cancellation);
    progress.phase("looking where it was of use", reaching.losses().size());
    explain(reaching.losses());
    head.ifPresent(this::tell);
    census.problems().findings().forEach(findings::add);
    findings.addUnknown(census.problems().more(), census.problems().moreUnrepaired());
    note(reaching);
    index(reaching.losses().isEmpty());
    return new CheckReport(
        objects(),
        census.count(ObjectType.COMMIT),
        census.count(ObjectType.OPERATION),
        findings.kept(),
        findings.found(),
        findings.unrepaired(),
        notes);
  }

  private long objects() {
    long objects = 0;
    for (ObjectType type : ObjectType.values()) {
      objects += census.count(type);
    }
    return objects;
  }

  private void reach(Reaching reaching) {
    Optional<Hash> newest = newest();
    if (newest.isEmpty()) {
      tell(Finding.Sort.REFERENCE, "The project has lost its newest operation.");
    } else {
      reaching.from(newest.get());
    }
    if (newestState() < 0) {
      head = new HeadSearch(store, graph, census).search();
      head.ifPresent(found -> found.roots().forEach(reaching::from));
    }
    census.refs().values().forEach(reaching::from);
  }

  private Optional<Hash> newest() {
    return Optional.ofNullable(census.refs().get(ProjectWorkspace.OPERATION))
        .or(() -> store.ref(ProjectWorkspace.OPERATION));
  }

  /** The newest state, as the store's reference says; -1 if that cannot be followed. */
  private int newestState() {
    return newest()
        .map(graph::find)
        .filter(object -> object >= 0 && graph.count(object) > 0)
        .map(object -> graph.named(object, graph.count(object) - 1))
        .orElseGet(() -> head.map(found -> graph.find(found.newest())).orElse(-1));
  }

  private void explain(List<Loss> losses) {
    Whereabouts whereabouts = new Whereabouts(store, graph, census, newestState());
    Optional<Hash> newest = newest();
    int explained = 0;
    for (Loss loss : losses) {
      cancellation.check();
      progress.advance(1);
      Optional<Uses> uses =
          explained++ < MOST_EXPLAINED
              ? Optional.of(whereabouts.of(loss.object()))
              : Optional.empty();
      Hash hash = graph.hash(loss.object());
      census.problems().forget(hash);
      boolean first = newest.filter(hash::equals).isPresent();
      if (first && head.isPresent()) {
        uses = Optional.of(head.get().uses());
      }
      String name = "The " + (first ? "newest " : "") + word(loss.object()) + " " + hash.brief();
      findings.add(
          new Finding(
              loss.reason().isPresent() ? Finding.Sort.DAMAGED : Finding.Sort.MISSING,
              loss.reason()
                  .map(reason -> name + " is damaged: " + reason + ".")
                  .orElse(name + " is missing."),
              Optional.of(hash),
              uses,
              Optional.empty()));
    }
  }

  /** Where one could go on from, and how. */
  private void tell(LostHead found) {
    notes.addAll(found.notes());
    store
        .file()
        .ifPresent(
            file ->
                notes.add(
                    "fxd:fsck --salvage "
                        + Quoting.quote(file)
                        + " goes on from there, and keeps the damaged file beside it."));
  }

  private String word(int object) {
    int types = census.wanted(object) | census.told(object);
    if (types == 0 && newest().map(graph::find).filter(it -> it == object).isPresent()) {
      return Types.word(ObjectType.OPERATION);
    }
    return types == 0 ? "object" : Types.word(Types.of(Integer.numberOfTrailingZeros(types)));
  }

  private void note(Reaching reaching) {
    for (ObjectType type : census.unknown()) {
      notes.add(
          "Nobody here tells what a "
              + Types.word(type)
              + " leads to, so it was not looked whether that is there.");
    }
    if (reaching.cut() > 0) {
      notes.add("Older operations than those in the log were collected, or went with a repair.");
    }
    // Where something is lost or unknown, it may be what leads to the others.
    if (reaching.losses().isEmpty() && census.unknown().isEmpty()) {
      long unused = 0;
      for (int object = 0; object < graph.size(); object++) {
        unused += census.told(object) != 0 && !graph.is(object, Census.REACHED) ? 1 : 0;
      }
      if (unused > 0) {
        notes.add("Nothing leads to " + unused + " of the objects; fxd:gc removes them.");
      }
    }
  }

  private void index(boolean whole) {
    if (!whole) {
      notes.add("The index was not compared with the tree, since that is damaged.");
      return;
    }
    progress.phase("comparing the index", -1);
    try {
      if (workspace.isPresent()) {
        add(workspace.get().index().check(repair, progress, cancellation));
        add(workspace.get().owners().check(repair, progress, cancellation));
      }
    } catch (StoreException e) {
      tell(Finding.Sort.INDEX, "The index cannot be compared with the tree: " + e.getMessage());
    }
  }

  private void add(IndexCheck.Outcome outcome) {
    for (String difference : outcome.differences()) {
      findings.add(
          new Finding(
              Finding.Sort.INDEX,
              difference,
              Optional.empty(),
              Optional.empty(),
              outcome.repaired()));
    }
    outcome.note().ifPresent(notes::add);
  }

  private void tell(Finding.Sort sort, String what) {
    findings.add(new Finding(sort, what, Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
