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

/** What a history with its names, its stash and its log should be: plain maps and lists. */
final class HistoryModel {
  final Map<String, Hash> branches = new TreeMap<>();
  final Map<String, Hash> tags = new TreeMap<>();
  Map<String, String> work = new TreeMap<>();
  Optional<String> branch = Optional.of("main");

  /** The commit that is checked out by itself; meaningless while a branch is. */
  private Optional<Hash> detached = Optional.empty();

  /** Work that was put away, the newest first. */
  private List<Away> stash = List.of();

  /** How all stood after each operation that is known, undos among them. */
  private final List<Standing> log = new ArrayList<>();

  /** The operation that the project stands at, and the newest that is no step back or forth. */
  private int at;

  private int newest;

  private final Map<Hash, Commit> commits = new HashMap<>();
  private final Map<Hash, Map<String, String>> trees = new HashMap<>();

  /** Work that was put away, with the commit that it was upon. */
  private record Away(Hash upon, Map<String, String> base, Map<String, String> work) {}

  private record Standing(
      Map<String, Hash> branches,
      Map<String, Hash> tags,
      Map<String, String> work,
      Optional<String> branch,
      Optional<Hash> detached,
      List<Away> stash) {}

  HistoryModel() {
    forget();
  }

  private Standing standing() {
    return new Standing(
        Map.copyOf(branches), Map.copyOf(tags), Map.copyOf(work), branch, detached, stash);
  }

  /** An operation was made. */
  void did() {
    log.add(standing());
    newest = log.size() - 1;
    at = newest;
  }

  /** Operations before the newest may be forgotten by now. */
  void forget() {
    log.clear();
    did();
  }

  boolean canUndo() {
    return at > 0;
  }

  boolean canRedo() {
    return at != newest;
  }

  void undo() {
    go(at - 1);
  }

  void redo() {
    go(at + 1);
  }

  private void go(int to) {
    Standing then = log.get(to);
    branches.clear();
    branches.putAll(then.branches());
    tags.clear();
    tags.putAll(then.tags());
    work = new TreeMap<>(then.work());
    branch = then.branch();
    detached = then.detached();
    stash = then.stash();
    log.add(then);
    at = to;
  }

  int stashed() {
    return stash.size();
  }

  /** Puts all work away. */
  void putAway() {
    List<Away> more = new ArrayList<>(List.of(new Away(head().orElseThrow(), committed(), work)));
    more.addAll(stash);
    stash = List.copyOf(more);
    work = new TreeMap<>(committed());
  }

  /** What the work becomes with what was put away last; empty if they contradict. */
  Optional<Map<String, String>> taken() {
    return merged(stash.get(0).base(), stash.get(0).work(), work);
  }

  void take() {
    work = new TreeMap<>(taken().orElseThrow());
    stash = stash.subList(1, stash.size());
  }

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
    put(commit, work);
  }

  /** The commit that took the place of the one checked out, with all work or with none. */
  void amend(Commit amended, boolean isWhole) {
    put(amended, isWhole ? work : committed());
  }

  private void put(Commit commit, Map<String, String> tree) {
    commits.put(commit.id(), commit);
    trees.put(commit.id(), new TreeMap<>(tree));
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
    stash.forEach(away -> reach(away.upon(), kept));
    return kept.contains(family.get(name));
  }

  private void reach(Hash tip, Set<Hash> found) {
    if (found.add(tip)) {
      commits.get(tip).parents().forEach(parent -> reach(parent, found));
    }
  }

  /** The work done on another tree; empty if both changed a file differently. */
  Optional<Map<String, String>> workOn(Map<String, String> target) {
    return merged(committed(), work, target);
  }

  private static Optional<Map<String, String>> merged(
      Map<String, String> from, Map<String, String> to, Map<String, String> target) {
    Set<String> files = new TreeSet<>(from.keySet());
    files.addAll(to.keySet());
    files.addAll(target.keySet());
    Map<String, String> result = new TreeMap<>();
    for (String file : files) {
      Optional<String> base = Optional.ofNullable(from.get(file));
      Optional<String> ours = Optional.ofNullable(to.get(file));
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
