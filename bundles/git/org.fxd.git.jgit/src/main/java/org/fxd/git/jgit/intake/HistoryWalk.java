package org.fxd.git.jgit.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.fxd.git.jgit.intake.WalkedCommit.Stage;
import org.fxd.git.jgit.object.MalformedObjectException;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;

/**
 * Finds which commits of a repository the project does not have, and gives them out parents first.
 * What the project has is not walked on from. Belongs to one thread.
 */
final class HistoryWalk {
  private final GitReader reader;
  private final Known known;
  private final Set<ObjectId> shallow;
  private final int depth;
  private final Progress progress;
  private final Cancellation cancellation;
  private final ObjectIdOwnerMap<WalkedCommit> commits = new ObjectIdOwnerMap<>();

  /** What the project has. */
  interface Known {
    /** The commit that a Git commit is there; a hint. */
    Optional<Hash> find(ObjectId git);

    /** Which of these are there, and stay for as long as this import lasts. */
    Set<Hash> keep(Collection<Hash> commits);
  }

  /**
   * A walk.
   *
   * @param shallow the commits whose parents the repository does not have
   * @param depth how many commits from each reference are wanted
   */
  HistoryWalk(
      GitReader reader,
      Known known,
      Set<ObjectId> shallow,
      int depth,
      Progress progress,
      Cancellation cancellation) {
    this.reader = reader;
    this.known = known;
    this.shallow = shallow;
    this.depth = depth;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /** A commit that was come across. */
  Optional<WalkedCommit> find(ObjectId id) {
    return Optional.ofNullable(commits.get(id));
  }

  /**
   * Walks.
   *
   * @param tips commits
   * @return those that are new, each behind its parents
   */
  List<WalkedCommit> from(Collection<ObjectId> tips) {
    Set<Hash> lost = new LinkedHashSet<>();
    do {
      commits.clear();
      look(tips, lost);
    } while (!keepKnown(lost));
    return order(tips);
  }

  /** In the order of their distance from the tips, so that each has the depth of its nearest. */
  private void look(Collection<ObjectId> tips, Set<Hash> lost) {
    Deque<WalkedCommit> open = new ArrayDeque<>();
    tips.forEach(tip -> visit(tip, 1, lost, open));
    while (!open.isEmpty()) {
      cancellation.check();
      progress.advance(1);
      WalkedCommit commit = open.remove();
      CommitLinks links = links(commit);
      boolean last = commit.depth() >= depth || shallow.contains(commit);
      List<WalkedCommit> parents = new ArrayList<>();
      for (ObjectId parent : links.parents()) {
        Optional<WalkedCommit> found =
            last ? known(parent, lost) : Optional.of(visit(parent, commit.depth() + 1, lost, open));
        found.ifPresent(parents::add);
      }
      commit.read(links.tree(), parents);
      if (parents.size() < links.parents().size()) {
        commit.cutOff(parents);
      }
    }
  }

  private WalkedCommit visit(ObjectId id, int its, Set<Hash> lost, Deque<WalkedCommit> open) {
    WalkedCommit commit = commits.get(id);
    if (commit == null) {
      commit = known(id, lost).orElse(null);
    }
    if (commit == null) {
      commit = new WalkedCommit(id, its);
      commits.add(commit);
      open.add(commit);
    }
    return commit;
  }

  /** A commit that the project has, and the repository, too: what differs from it can be told. */
  private Optional<WalkedCommit> known(ObjectId id, Set<Hash> lost) {
    WalkedCommit before = commits.get(id);
    if (before != null) {
      return Optional.of(before).filter(WalkedCommit::isKnown);
    }
    Optional<Hash> commit =
        known.find(id).filter(found -> !lost.contains(found)).filter(found -> reader.has(id));
    return commit.map(
        found -> {
          WalkedCommit walked = new WalkedCommit(id, 0);
          walked.known(found);
          commits.add(walked);
          return walked;
        });
  }

  private CommitLinks links(WalkedCommit commit) {
    try {
      return CommitLinks.of(reader.commit(commit));
    } catch (MalformedObjectException e) {
      throw GitReader.refused("commit", commit, e.getMessage(), e);
    }
  }

  /** Keeps what is known; if something was collected meanwhile, it is to be looked at again. */
  private boolean keepKnown(Set<Hash> lost) {
    Map<Hash, WalkedCommit> wanted = new HashMap<>();
    for (WalkedCommit commit : commits) {
      if (commit.isKnown()) {
        wanted.put(commit.commit(), commit);
      }
    }
    if (wanted.isEmpty()) {
      return true;
    }
    Set<Hash> gone = new LinkedHashSet<>(wanted.keySet());
    gone.removeAll(known.keep(wanted.keySet()));
    lost.addAll(gone);
    for (WalkedCommit commit : wanted.values()) {
      commit.read(links(commit).tree(), List.of());
    }
    return gone.isEmpty();
  }

  /** First parents first, so that most commits come right behind the one that they build upon. */
  private List<WalkedCommit> order(Collection<ObjectId> tips) {
    List<WalkedCommit> order = new ArrayList<>();
    Deque<WalkedCommit> way = new ArrayDeque<>();
    for (ObjectId tip : tips) {
      way.push(commits.get(tip));
      while (!way.isEmpty()) {
        WalkedCommit commit = way.peek();
        if (commit.isKnown() || commit.stage() == Stage.DONE) {
          way.pop();
        } else if (commit.stage() == Stage.OPEN) {
          commit.stage(Stage.DONE);
          order.add(commit);
          way.pop();
        } else {
          commit.stage(Stage.OPEN);
          open(commit, way);
        }
      }
    }
    return order;
  }

  private static void open(WalkedCommit commit, Deque<WalkedCommit> way) {
    for (int i = commit.parents().size() - 1; i >= 0; i--) {
      WalkedCommit parent = commit.parents().get(i);
      if (parent.stage() == Stage.OPEN && !parent.isKnown()) {
        throw GitReader.refused("commit", commit, "it is its own ancestor", null);
      }
      if (parent.stage() == Stage.UNSEEN) {
        way.push(parent);
      }
    }
  }
}
