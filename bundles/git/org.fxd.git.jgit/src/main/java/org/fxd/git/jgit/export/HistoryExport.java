package org.fxd.git.jgit.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.fxd.git.api.history.ExportOptions;
import org.fxd.git.api.history.ExportReport;
import org.fxd.git.api.history.ExportReport.RefResult;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.git.jgit.carrier.CarrierWriter;
import org.fxd.git.jgit.carrier.FxdCarrier;
import org.fxd.git.jgit.export.WantedRefs.Wanted;
import org.fxd.git.jgit.map.MapEntries;
import org.fxd.git.jgit.map.StoredGitMap;
import org.fxd.git.jgit.object.GitCommit;
import org.fxd.git.jgit.object.GitCommitCodec;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTagCodec;
import org.fxd.git.jgit.object.GitTrees;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.git.jgit.work.DeepStack;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.merge.api.Conflict;

/** One export. */
public final class HistoryExport {
  private static final String CONFLICTS = "conflicts";
  private static final int NAMED = 3;

  /** What a commit is in Git. */
  private record Done(GitId commit, GitId tree) {}

  private final ExportedProject project;
  private final History history;
  private final StoredGitMap map;
  private final ExportOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<Hash, Done> done = new HashMap<>();
  private final List<GitMap.Pair> made = new ArrayList<>();
  private final Set<String> leftOut = new LinkedHashSet<>();
  private long commits;

  /** An export of a project. */
  public HistoryExport(
      ExportedProject project,
      ExportOptions options,
      Progress progress,
      Cancellation cancellation) {
    this.project = project;
    this.history = project.history();
    this.map = new StoredGitMap(project.store());
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** Does it. */
  public ExportReport run(Path folder) {
    return DeepStack.call("fxd-export", () -> export(folder));
  }

  private ExportReport export(Path folder) {
    State state = project.workspace().state();
    WantedRefs wanted = new WantedRefs(state, history, options.branches());
    try (TargetRepository target = TargetRepository.open(folder, options.bare());
        NewObjects objects = new NewObjects(target.repository(), target.isNew())) {
      ExportReport report = write(wanted, target, objects);
      target.done();
      return report;
    } catch (IOException | UncheckedIOException e) {
      throw TargetRepository.failure(
          "The repository " + folder + " cannot be written: " + e.getMessage() + ".", e);
    }
  }

  private ExportReport write(WantedRefs wanted, TargetRepository target, NewObjects objects)
      throws IOException {
    progress.phase("looking which commits are new", -1);
    List<Hash> missing =
        new MissingCommits(history, commit -> isThere(commit, objects), progress, cancellation)
            .from(wanted.all().stream().map(Wanted::commit).toList());
    progress.phase("writing commits", missing.size());
    GitTrees trees = new GitTrees(project.sources(), objects, leftOut::add);
    CarrierWriter carrier =
        new CarrierWriter(project.workspace(), project.store(), project.sources(), objects);
    for (Hash commit : missing) {
      cancellation.check();
      write(history.commit(commit), trees, objects, carrier);
      progress.advance(1);
    }
    Map<String, GitId> leads = new LinkedHashMap<>();
    wanted.all().forEach(each -> leads.put(each.name(), object(each, objects)));
    progress.phase("putting them into the repository", -1);
    Optional<Ref> carried = Optional.ofNullable(target.repository().exactRef(FxdCarrier.REF));
    Optional<GitId> carries = carry(carrier, carried, objects);
    long count = objects.count();
    objects.save();
    cancellation.check();
    TargetRefs refs = new TargetRefs(target, options.force());
    for (Map.Entry<String, GitId> lead : leads.entrySet()) {
      refs.lead(lead.getKey(), lead.getValue());
    }
    carries.ifPresent(
        next ->
            refs.move(
                FxdCarrier.REF, carried.map(Ref::getObjectId).orElse(ObjectId.zeroId()), next));
    Optional<String> unborn = target.unborn();
    List<RefResult> results = refs.move();
    List<String> notes = new ArrayList<>();
    if (target.isNew()) {
      wanted.head().ifPresent(branch -> target.checkOut(branch, notes));
    } else {
      unborn.filter(leads::containsKey).ifPresent(branch -> target.checkOut(branch, notes));
    }
    map.add(made);
    notes.addAll(notes());
    return new ExportReport(commits, count, results, notes);
  }

  /**
   * Whether a repository has a commit; the map says where to look, and the commit itself decides.
   */
  private boolean isThere(Commit commit, NewObjects objects) {
    Optional<MapEntries.Git> known = map.find(commit.id());
    if (known.isEmpty() || !objects.isThere(known.get().id())) {
      return false;
    }
    byte[] raw = objects.read(known.get().id(), Constants.OBJ_COMMIT);
    try {
      GitCommit said = GitCommitCodec.decode(raw);
      if (!Arrays.equals(raw, GitCommitCodec.encode(commit, said.tree(), said.parents()))) {
        return false;
      }
      done.put(commit.id(), new Done(known.get().id(), said.tree()));
      return true;
    } catch (MalformedObjectException e) {
      // Not the commit that the map says it is: it is written anew.
      return false;
    }
  }

  /** What the reference of what Git cannot say is to lead to, if something is new in it. */
  private static Optional<GitId> carry(
      CarrierWriter carrier, Optional<Ref> carried, NewObjects objects) {
    Optional<GitId> before = carried.map(ref -> GitIds.of(ref.getObjectId()));
    Optional<GitId> tree =
        before.map(id -> GitCommitCodec.decode(objects.read(id, Constants.OBJ_COMMIT)).tree());
    return carrier.finish(before, tree);
  }

  private void write(Commit commit, GitTrees trees, NewObjects objects, CarrierWriter carrier) {
    Node root = history.root(commit);
    checkConflicts(commit, root);
    Node code = root.child(Workspace.CODE);
    Optional<Hash> first = commit.parents().stream().findFirst();
    Node rootBefore = first.map(history::commit).map(history::root).orElseGet(code::missing);
    Node before = rootBefore.child(Workspace.CODE);
    GitId beforeTree = first.map(done::get).map(Done::tree).orElse(null);
    GitId tree;
    try {
      tree = trees.tree(code, before, beforeTree);
    } catch (FxdException e) {
      throw new FxdException(
          e.category(),
          "Cannot export the commit " + named(commit) + ": " + e.getMessage(),
          e.hint().orElse(null),
          e);
    }
    List<GitId> parents =
        commit.parents().stream().map(parent -> done.get(parent).commit()).toList();
    byte[] raw = GitCommitCodec.encode(commit, tree, parents);
    long count = objects.count();
    GitId id = objects.put(Constants.OBJ_COMMIT, raw);
    commits += objects.count() - count;
    done.put(commit.id(), new Done(id, tree));
    Optional<MapEntries.Git> known = map.find(commit.id());
    if (known.isEmpty()) {
      made.add(new GitMap.Pair(id, commit.id()));
    }
    if (options.carry() && known.map(MapEntries.Git::isNative).orElse(true)) {
      carrier.add(commit, id, root, rootBefore, trees);
    }
  }

  private static String named(Commit commit) {
    String summary = commit.summary();
    return commit.id().brief() + (summary.isBlank() ? "" : " (" + summary + ")");
  }

  private void checkConflicts(Commit commit, Node root) {
    if (options.conflicts() == ExportOptions.Conflicts.RENDERED
        || !root.child(CONFLICTS).exists()) {
      return;
    }
    List<Conflict> open =
        project.conflicts().map(conflicts -> conflicts.in(root)).orElse(List.of());
    if (!open.isEmpty()) {
      throw new ConflictException(
          "The commit "
              + named(commit)
              + " holds conflicts, which Git cannot: "
              + open.stream()
                  .limit(NAMED)
                  .map(HistoryExport::path)
                  .distinct()
                  .collect(Collectors.joining(", "))
              + (open.size() > NAMED ? " and " + (open.size() - NAMED) + " more" : "")
              + ".",
          "Resolve them and amend the commit, or have files written with their markers"
              + " (--conflicts render).");
    }
  }

  private static String path(Conflict conflict) {
    return conflict.path().stream().map(Object::toString).collect(Collectors.joining("/"));
  }

  /** What a reference is to lead to. */
  private GitId object(Wanted wanted, NewObjects objects) {
    GitId commit = done.get(wanted.commit()).commit();
    if (!wanted.isAnnotatedTag()) {
      return commit;
    }
    String name =
        wanted.name().startsWith(State.TAGS)
            ? wanted.name().substring(State.TAGS.length())
            : wanted.name();
    Node tag = project.workspace().node(wanted.object());
    try {
      GitId outermost = null;
      for (byte[] raw : GitTagCodec.encode(tag, name, commit)) {
        GitId id = objects.put(Constants.OBJ_TAG, raw);
        outermost = outermost == null ? id : outermost;
      }
      return outermost;
    } catch (MalformedObjectException e) {
      throw new FxdException("The tag " + name + " cannot be exported: " + e.getMessage() + ".", e);
    }
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    leftOut.forEach(path -> notes.add(path + ": Git has no such thing; left out there"));
    Optional<Commit> head = history.head();
    Node work = project.workspace().root().child(Workspace.CODE);
    if (head.isPresent() && !history.root(head.get()).child(Workspace.CODE).equals(work)) {
      notes.add("the work that is not committed was not exported");
    }
    return notes;
  }
}
