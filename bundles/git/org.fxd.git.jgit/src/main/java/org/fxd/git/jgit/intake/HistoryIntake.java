package org.fxd.git.jgit.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.fxd.git.api.history.HistoryOptions;
import org.fxd.git.api.history.HistoryReport;
import org.fxd.git.api.history.HistoryReport.Outcome;
import org.fxd.git.api.history.HistoryReport.RefResult;
import org.fxd.git.jgit.carrier.FxdCarrier;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.git.jgit.object.GitTagCodec;
import org.fxd.git.jgit.ref.BranchFilter;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.history.api.History;
import org.fxd.history.api.intake.Intake;

/** One import of one repository. */
public final class HistoryIntake {
  private final ImportingProject project;
  private final Repository repository;
  private final HistoryOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final List<String> notes = new ArrayList<>();

  /** An import that has not begun. */
  public HistoryIntake(
      ImportingProject project,
      Repository repository,
      HistoryOptions options,
      Progress progress,
      Cancellation cancellation) {
    this.project = project;
    this.repository = repository;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Does it.
   *
   * @param description one line for the operation log
   */
  public HistoryReport run(String description, Origin origin) {
    try (GitReader reader = reader();
        Intake intake = project.intakes().begin(origin)) {
      progress.phase("reading history", -1);
      BranchFilter wanted = new BranchFilter(options.branches());
      SourceRefs refs = SourceRefs.of(repository, reader, wanted);
      Known known = new Known(project, intake);
      HistoryWalk walk =
          new HistoryWalk(
              reader,
              known,
              shallow(),
              options.depth().orElse(Integer.MAX_VALUE),
              progress,
              cancellation);
      List<WalkedCommit> commits = walk.from(tips(refs, wanted));
      if (!wanted.takesAll()) {
        leaveOtherTags(refs, walk, known);
      }
      noteCut(commits);
      progress.phase("taking in commits", commits.size());
      FileContents contents = new FileContents(intake, reader);
      CommitIntake taker = take(commits, intake, contents);
      cancellation.check();
      progress.phase("moving branches", -1);
      RefMoves moves =
          new RefMoves(
              project.history(),
              project.checkouts(),
              options.remote(),
              objects(refs, walk, known, intake),
              checkOut(refs, walk, known));
      intake.finish(description, moves::in);
      return report(commits.size(), known.count(), contents, taker, refs, moves);
    }
  }

  private CommitIntake take(List<WalkedCommit> commits, Intake intake, FileContents contents) {
    Optional<FxdCarrier> carrier = carrier();
    try {
      CommitIntake taker = new CommitIntake(project, intake, contents, carrier, progress);
      new ReadAhead(this::reader, contents::has, cancellation).read(commits, taker);
      return taker;
    } finally {
      carrier.ifPresent(FxdCarrier::close);
    }
  }

  private Optional<FxdCarrier> carrier() {
    try {
      return FxdCarrier.read(repository, project.nodes(), project.sources());
    } catch (IOException e) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "The reference " + FxdCarrier.REF + " cannot be read: " + e.getMessage() + ".",
          "Look at the repository with 'git fsck'. Nothing was changed.",
          e);
    }
  }

  private GitReader reader() {
    return new GitReader(repository.newObjectReader());
  }

  private Set<ObjectId> shallow() {
    try {
      return repository.getObjectDatabase().getShallowCommits();
    } catch (IOException e) {
      throw new FxdException(
          FxdException.Category.FAILED,
          "What " + repository + " was cut off at cannot be read: " + e.getMessage() + ".",
          "Look at the file 'shallow' in its .git. Nothing was changed.",
          e);
    }
  }

  /** Where the walk begins. Without all branches, tags come along only if they lead to them. */
  private static Collection<ObjectId> tips(SourceRefs refs, BranchFilter wanted) {
    Set<ObjectId> tips = new LinkedHashSet<>();
    refs.refs()
        .forEach(
            (name, chain) -> {
              if (wanted.takesAll() || name.startsWith(SourceRefs.BRANCHES)) {
                tips.add(chain.object());
              }
            });
    if (wanted.takesAll()) {
      refs.detached().ifPresent(tips::add);
    }
    return tips;
  }

  private static void leaveOtherTags(SourceRefs refs, HistoryWalk walk, Known known) {
    for (Map.Entry<String, TagChain> each : List.copyOf(refs.refs().entrySet())) {
      ObjectId object = each.getValue().object();
      if (!each.getKey().startsWith(SourceRefs.BRANCHES)
          && walk.find(object).isEmpty()
          && known.find(object).isEmpty()) {
        refs.leave(each.getKey());
      }
    }
  }

  private void noteCut(List<WalkedCommit> commits) {
    List<WalkedCommit> cut = commits.stream().filter(WalkedCommit::isCut).toList();
    if (!cut.isEmpty()) {
      notes.add(
          "the history is cut off before "
              + (cut.size() == 1 ? "commit " : cut.size() + " commits, such as ")
              + cut.get(0).name().substring(0, 10)
              + ": that has other ids than the whole would have");
    }
  }

  /** The objects that references shall lead to: commits, and the nodes of annotated tags. */
  private SortedMap<String, Hash> objects(
      SourceRefs refs, HistoryWalk walk, Known known, Intake intake) {
    SortedMap<String, Hash> objects = new TreeMap<>();
    refs.refs()
        .forEach(
            (name, chain) -> {
              Hash commit = commit(chain.object(), walk, known);
              objects.put(
                  name,
                  chain.tags().isEmpty()
                      ? commit
                      : intake.tree(
                          GitTagCodec.node(
                              project.nodes(),
                              name.substring(SourceRefs.TAGS.length()),
                              commit,
                              chain.tags())));
            });
    return objects;
  }

  private static Hash commit(ObjectId git, HistoryWalk walk, Known known) {
    return walk.find(git).map(WalkedCommit::commit).or(() -> known.find(git)).orElseThrow();
  }

  private Optional<Ref> checkOut(SourceRefs refs, HistoryWalk walk, Known known) {
    if (options.checkOut().isPresent()) {
      String name = SourceRefs.BRANCHES + options.checkOut().get();
      if (!refs.has(name)) {
        throw new NotFoundException(
            "There is no branch '" + options.checkOut().get() + "' to be checked out.",
            "Name one of those that are taken in. Nothing was changed.");
      }
      return Optional.of(Ref.to(name));
    }
    Optional<String> head = refs.head().filter(refs::has);
    if (head.isEmpty() && refs.detached().filter(it -> walk.find(it).isPresent()).isPresent()) {
      return Optional.of(Ref.to(commit(refs.detached().get(), walk, known)));
    }
    return head.or(() -> Optional.of(SourceRefs.BRANCHES + History.FIRST_BRANCH))
        .filter(refs::has)
        .or(() -> Optional.of(SourceRefs.BRANCHES + "master"))
        .filter(refs::has)
        .or(
            () ->
                refs.refs().keySet().stream()
                    .filter(name -> name.startsWith(SourceRefs.BRANCHES))
                    .findFirst())
        .map(Ref::to);
  }

  private HistoryReport report(
      long commits,
      long known,
      FileContents contents,
      CommitIntake taker,
      SourceRefs refs,
      RefMoves moves) {
    refs.refused()
        .keySet()
        .forEach(
            name ->
                moves.results().put(name, new RefResult(name, Outcome.REFUSED, Optional.empty())));
    notes.addAll(refs.notes());
    notes.addAll(moves.notes());
    return new HistoryReport(
        commits,
        known,
        contents.count(),
        contents.bytes(),
        taker.kept(),
        List.copyOf(moves.results().values()),
        notes);
  }

  /** What the project has already. */
  private static final class Known implements HistoryWalk.Known {
    private final ImportingProject project;
    private final Intake intake;
    private final boolean nothing;
    private final Set<Hash> met = new LinkedHashSet<>();

    Known(ImportingProject project, Intake intake) {
      this.project = project;
      this.intake = intake;
      this.nothing = project.map().isEmpty();
    }

    @Override
    public Optional<Hash> find(ObjectId git) {
      return nothing ? Optional.empty() : project.map().commitOf(GitIds.of(git));
    }

    @Override
    public Set<Hash> keep(Collection<Hash> commits) {
      Set<Hash> kept = intake.known(commits);
      met.addAll(kept);
      return kept;
    }

    /** How many of the commits at which the walk ended. */
    long count() {
      return met.size();
    }
  }
}
