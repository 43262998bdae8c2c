package org.fxd.git.jgit.intake;

import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.jgit.carrier.Carried;
import org.fxd.git.jgit.carrier.FxdCarrier;
import org.fxd.git.jgit.map.MapEntries;
import org.fxd.git.jgit.object.GitIds;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.history.api.intake.Intake;

/** Takes commits in that were read, each upon its first parent. */
final class CommitIntake implements ReadAhead.Taker {
  private static final Name CODE = Name.of(Workspace.CODE);

  private final Intake intake;
  private final FileContents contents;
  private final TreeIntake trees;
  private final Progress progress;
  private final Node first;
  private final Optional<FxdCarrier> carrier;
  private long kept;

  /**
   * Takes in.
   *
   * @param carrier what came along of commits that were made in FXD
   */
  CommitIntake(
      ImportingProject project,
      Intake intake,
      FileContents contents,
      Optional<FxdCarrier> carrier,
      Progress progress) {
    this.intake = intake;
    this.carrier = carrier;
    this.contents = contents;
    this.trees = new TreeIntake(project.nodes(), project.sources(), intake, contents);
    this.progress = progress;
    this.first = project.nodes().newRoot();
  }

  /** How many objects of Git were kept as they are. */
  long kept() {
    return kept;
  }

  @Override
  public void content(ReadContent content) {
    contents.put(content);
  }

  @Override
  public void commit(ReadCommit read) {
    WalkedCommit walked = read.walked();
    GitId git = GitIds.of(walked);
    List<Hash> parents = walked.parents().stream().map(WalkedCommit::commit).toList();
    if (carrier.isPresent() && isCarried(git, read, parents, carrier.get())) {
      progress.advance(1);
      return;
    }
    Node before = parents.isEmpty() ? first : intake.root(parents.get(0));
    Entry code = code(before);
    List<Node> others =
        parents.stream().skip(1).map(parent -> code(intake.root(parent)).node()).toList();
    Node after = trees.of(git, code.node(), read.edit(), others);
    Node root =
        after.equals(code.node()) && before.entry(CODE).isPresent()
            ? before
            : before.builder().put(code.withNode(after)).build();
    try {
      Hash commit = intake.commit(read.says().commit(root.hash(), parents), root).id();
      walked.taken(commit);
      MapEntries.write(git, commit, false, intake::index);
    } catch (IllegalArgumentException e) {
      throw GitReader.refused("commit", walked, e.getMessage(), e);
    }
    kept += read.kept() + (read.says().isKept() ? 1 : 0);
    progress.advance(1);
  }

  /** Takes a commit in as it was made in FXD, if it came along and holds. */
  private boolean isCarried(GitId git, ReadCommit read, List<Hash> parents, FxdCarrier from) {
    WalkedCommit walked = read.walked();
    if (walked.isCut() || !from.has(git)) {
      return false;
    }
    Node before = parents.isEmpty() ? first.missing() : intake.root(parents.get(0));
    Optional<GitId> beforeTree =
        walked.parents().stream().findFirst().map(parent -> GitIds.of(parent.tree()));
    Optional<Carried> found =
        from.find(git, read.says(), parents, before, beforeTree, intake::blob);
    if (found.isEmpty()) {
      return false;
    }
    found.get().trees().forEach(intake::tree);
    Hash commit = intake.commit(found.get().commit(), found.get().root()).id();
    if (!commit.equals(found.get().commit().id())) {
      // Its encoding lies about its generation: no commit of this project would have that id.
      return false;
    }
    walked.taken(commit);
    MapEntries.write(git, commit, true, intake::index);
    return true;
  }

  private Entry code(Node root) {
    return root.entry(CODE).or(() -> first.entry(CODE)).orElseThrow();
  }
}
