package org.fxd.history.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;

/** What a history with its names should be: plain maps. */
final class HistoryModel {
  final Map<String, Hash> branches = new TreeMap<>();
  final Map<String, Hash> tags = new TreeMap<>();
  Map<String, String> work = new TreeMap<>();
  Optional<String> branch = Optional.of("main");

  /** The commit that is checked out by itself; meaningless while a branch is. */
  private Optional<Hash> detached = Optional.empty();

  private final Map<Hash, Commit> commits = new HashMap<>();
  private final Map<Hash, Map<String, String>> trees = new HashMap<>();

  Optional<Hash> head() {
    return branch.isPresent() ? branch.map(branches::get) : detached;
  }

  Map<String, String> committed() {
    return head().map(trees::get).orElse(Map.of());
  }

  Map<String, String> tree(Hash commit) {
    return trees.get(commit);
  }

  Commit commit(Hash id) {
    return commits.get(id);
  }

  void commit(Commit commit) {
    commits.put(commit.id(), commit);
    trees.put(commit.id(), new TreeMap<>(work));
    if (branch.isPresent()) {
      branches.put(branch.get(), commit.id());
    } else {
      detached = Optional.of(commit.id());
    }
  }

  void checkOutBranch(String name) {
    branch = Optional.of(name);
  }

  void checkOutCommit(Hash commit) {
    branch = Optional.empty();
    detached = Optional.of(commit);
  }

  /** The commits that a name or the head leads to, by their ids. */
  List<Hash> reachable() {
    Set<Hash> found = new TreeSet<>();
    branches.values().forEach(tip -> reach(tip, found));
    tags.values().forEach(tip -> reach(tip, found));
    head().ifPresent(tip -> reach(tip, found));
    return new ArrayList<>(found);
  }

  /** Whether a commit would still have a name if one of those that lead to it led elsewhere. */
  boolean isKeptWithout(String name, Map<String, Hash> family, Optional<Hash> becomes) {
    Set<Hash> kept = new TreeSet<>();
    for (Map<String, Hash> names : List.of(branches, tags)) {
      names.forEach(
          (other, tip) -> {
            if (names != family || !other.equals(name)) {
              reach(tip, kept);
            }
          });
    }
    becomes.ifPresent(tip -> reach(tip, kept));
    return kept.contains(family.get(name));
  }

  private void reach(Hash tip, Set<Hash> found) {
    if (found.add(tip)) {
      commits.get(tip).parents().forEach(parent -> reach(parent, found));
    }
  }

  /** The work done on another tree; empty if both changed a file differently. */
  Optional<Map<String, String>> workOn(Map<String, String> target) {
    Set<String> files = new TreeSet<>(committed().keySet());
    files.addAll(work.keySet());
    files.addAll(target.keySet());
    Map<String, String> result = new TreeMap<>();
    for (String file : files) {
      Optional<String> base = Optional.ofNullable(committed().get(file));
      Optional<String> ours = Optional.ofNullable(work.get(file));
      Optional<String> theirs = Optional.ofNullable(target.get(file));
      boolean changed = !base.equals(ours);
      if (changed && !base.equals(theirs) && !ours.equals(theirs)) {
        return Optional.empty();
      }
      (changed ? ours : theirs).ifPresent(text -> result.put(file, text));
    }
    return Optional.of(result);
  }
}
