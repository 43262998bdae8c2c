package org.fxd.git.jgit.export;

import java.util.List;
import java.util.Optional;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.graph.api.Hash;

/** Which commit is which in Git, as far as an export needs it. */
interface CommitMap {
  /** What is known of a commit in Git. */
  record Known(GitId git, boolean isNative) {}

  /** The Git commit that a commit came from or went to. A hint: it has to be looked at. */
  Optional<Known> find(Hash commit);

  /** Notes commits that were made here and are in Git now. */
  void add(List<GitMap.Pair> pairs);
}
