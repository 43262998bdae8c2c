package org.fxd.git.jgit.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.fxd.git.api.history.ExportReport.Outcome;
import org.fxd.git.api.history.ExportReport.RefResult;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;

/** Moves the references of a repository, all of them or none. */
final class TargetRefs {
  private final TargetRepository target;
  private final Repository repository;
  private final boolean force;
  private final List<ReceiveCommand> commands = new ArrayList<>();
  private final List<RefResult> results = new ArrayList<>();
  private final List<String> astray = new ArrayList<>();

  /**
   * Moves.
   *
   * @param force whether those that went another way are moved, too
   */
  TargetRefs(TargetRepository target, boolean force) {
    this.target = target;
    this.repository = target.repository();
    this.force = force;
  }

  /** Plans to let a reference lead to an object; the object is in the repository. */
  void lead(String name, GitId to) throws IOException {
    ObjectId next = GitIds.of(to);
    Ref there = repository.exactRef(name);
    ObjectId before = there == null ? null : there.getObjectId();
    if (before == null) {
      plan(ObjectId.zeroId(), next, name, Outcome.NEW, to);
    } else if (before.equals(next)) {
      results.add(new RefResult(name, Outcome.SAME, to));
    } else if (name.startsWith(Constants.R_HEADS) && isBehind(before, next)) {
      plan(before, next, name, Outcome.MOVED, to);
    } else if (force) {
      plan(before, next, name, Outcome.FORCED, to);
    } else {
      astray.add(Repository.shortenRefName(name));
    }
  }

  /** Plans to move a reference that is not one of the report, from what it was seen to hold. */
  void move(String name, ObjectId before, GitId to) {
    commands.add(new ReceiveCommand(before, GitIds.of(to), name));
  }

  private void plan(ObjectId before, ObjectId next, String name, Outcome outcome, GitId to) {
    commands.add(new ReceiveCommand(before, next, name));
    results.add(new RefResult(name, outcome, to));
  }

  private boolean isBehind(ObjectId before, ObjectId next) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevObject old = walk.parseAny(before);
      RevObject later = walk.parseAny(next);
      return old instanceof RevCommit base
          && later instanceof RevCommit tip
          && walk.isMergedInto(base, tip);
    }
  }

  /**
   * Does what was planned.
   *
   * @return what became of each reference
   * @throws ConflictException if one went another way; nothing is moved
   * @throws FxdException if one is checked out, or moved meanwhile; nothing is moved
   */
  List<RefResult> move() throws IOException {
    if (!astray.isEmpty()) {
      throw new ConflictException(
          "The repository went another way with "
              + String.join(", ", astray)
              + "; nothing was moved there.",
          "Take in what it has (git:import) and merge, or overwrite it with --force.");
    }
    refuseCheckedOut();
    if (!commands.isEmpty()) {
      BatchRefUpdate batch = repository.getRefDatabase().newBatchUpdate();
      batch.setAtomic(true).setAllowNonFastForwards(true);
      batch.setRefLogIdent(new PersonIdent("FXD", "")).setRefLogMessage("export", false);
      batch.addCommand(commands);
      try (RevWalk walk = new RevWalk(repository)) {
        batch.execute(walk, NullProgressMonitor.INSTANCE);
      }
      refuseFailed();
    }
    return results;
  }

  private void refuseCheckedOut() throws IOException {
    if (target.allowsMovingCheckedOut()) {
      return;
    }
    Set<String> busy = target.checkedOut();
    for (ReceiveCommand command : commands) {
      if (busy.contains(command.getRefName())) {
        String branch = Repository.shortenRefName(command.getRefName());
        String there = repository.getDirectory().getParent();
        throw new FxdException(
            FxdException.Category.FAILED,
            "The branch " + branch + " is checked out in " + there + "; nothing was moved there.",
            "Its files would no longer be those of the branch. Check out something else there"
                + " ('git -C "
                + there
                + " switch --detach'), export to a bare repository, or allow it ('git -C "
                + there
                + " config receive.denyCurrentBranch ignore').",
            null);
      }
    }
  }

  private void refuseFailed() {
    for (ReceiveCommand command : commands) {
      if (command.getResult() != ReceiveCommand.Result.OK) {
        String why = command.getMessage() == null ? "" : " (" + command.getMessage() + ")";
        throw new FxdException(
            FxdException.Category.FAILED,
            "The reference "
                + command.getRefName()
                + " cannot be moved: "
                + command.getResult()
                + why
                + "; nothing was moved.",
            "If someone else works with the repository, try again.",
            null);
      }
    }
  }
}
