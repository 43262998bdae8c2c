package org.fxd.git.jgit.intake;

import java.util.List;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdOwnerMap;
import org.fxd.graph.api.Hash;

/** A commit of Git that was come across, and what is known of it so far. */
final class WalkedCommit extends ObjectIdOwnerMap.Entry {
  /** How far a walk is that gives out parents first. */
  enum Stage {
    UNSEEN,
    OPEN,
    DONE
  }

  private final int depth;
  private ObjectId tree;
  private List<WalkedCommit> parents = List.of();
  private Hash commit;
  private boolean known;
  private boolean cut;
  private Stage stage = Stage.UNSEEN;

  /**
   * A commit.
   *
   * @param depth how many commits there are from the nearest reference to it, itself among them
   */
  WalkedCommit(AnyObjectId id, int depth) {
    super(id);
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  /** Its tree. */
  ObjectId tree() {
    return tree;
  }

  /** The parents that it will have in the project. */
  List<WalkedCommit> parents() {
    return parents;
  }

  /** It was read. */
  void read(ObjectId itsTree, List<WalkedCommit> itsParents) {
    this.tree = itsTree;
    this.parents = itsParents;
  }

  /** Some of its parents are left out. */
  void cutOff(List<WalkedCommit> left) {
    this.parents = left;
    this.cut = true;
  }

  /** Whether some of its parents are left out. */
  boolean isCut() {
    return cut;
  }

  /** What it is in the project; null until it is taken in. */
  Hash commit() {
    return commit;
  }

  void taken(Hash id) {
    this.commit = id;
  }

  /** The project has it already. */
  void known(Hash id) {
    this.commit = id;
    this.known = true;
  }

  boolean isKnown() {
    return known;
  }

  Stage stage() {
    return stage;
  }

  void stage(Stage next) {
    this.stage = next;
  }
}
