package org.fxd.git.jgit.map;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fxd.git.api.history.GitId;
import org.fxd.git.api.history.GitMap;
import org.fxd.graph.api.Hash;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.Store;

/**
 * The map in a project's store. Its entries outlast commits that were collected, so whatever leads
 * to a commit is looked at.
 */
public final class StoredGitMap implements GitMap {
  private static final int MOST_LOOKED_AT = 10_000;

  private final Store store;

  /** The map in a store. */
  public StoredGitMap(Store store) {
    this.store = store;
  }

  @Override
  public Optional<GitId> gitOf(Hash commit) {
    return find(commit).map(MapEntries.Git::id);
  }

  /** What a commit is in Git, and how it came to be there. */
  public Optional<MapEntries.Git> find(Hash commit) {
    return store.index(index -> find(index, commit));
  }

  private static Optional<MapEntries.Git> find(IndexReader index, Hash commit) {
    return index.get(MapEntries.toGit(commit)).flatMap(MapEntries::git);
  }

  /**
   * Notes commits that were made here and are in Git now; a project that is only read keeps none.
   */
  public void add(List<Pair> pairs) {
    if (pairs.isEmpty() || store.isReadOnly()) {
      return;
    }
    try (Batch batch = store.begin()) {
      pairs.forEach(pair -> MapEntries.write(pair.git(), pair.commit(), true, batch::index));
      batch.commit();
    }
  }

  @Override
  public Optional<Hash> commitOf(GitId git) {
    List<Hash> candidates = candidates(git);
    Set<Hash> there = there(candidates);
    return candidates.stream().filter(there::contains).findFirst();
  }

  /** Whether nothing is in it. */
  public boolean isEmpty() {
    byte[] all = MapEntries.fromGit(new byte[0]);
    return store.index(index -> index.scan(all, MapEntries.behind(all), (key, value) -> false));
  }

  /** The commits that a Git commit may be: first those that were made here. */
  private List<Hash> candidates(GitId git) {
    byte[] prefix = MapEntries.fromGit(git.bytes());
    return store.index(
        index -> {
          List<Hash> natives = new ArrayList<>();
          List<Hash> others = new ArrayList<>();
          index.scan(
              prefix,
              MapEntries.behind(prefix),
              (key, value) -> {
                MapEntries.commitIn(key)
                    .ifPresent(commit -> (isNative(index, commit) ? natives : others).add(commit));
                return true;
              });
          natives.addAll(others);
          return natives;
        });
  }

  private static boolean isNative(IndexReader index, Hash commit) {
    return find(index, commit).filter(MapEntries.Git::isNative).isPresent();
  }

  private Set<Hash> there(List<Hash> commits) {
    return store.get(commits).entrySet().stream()
        .filter(answer -> answer.getValue() instanceof Lookup.Present)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public List<Pair> startingWith(String digits, int most) {
    if (!digits.matches("[0-9a-fA-F]{1,40}")) {
      throw new IllegalArgumentException("A Git id has 1 to 40 hexadecimal digits: " + digits);
    }
    String wanted = digits.toLowerCase(Locale.ROOT);
    byte[] prefix =
        MapEntries.fromGit(HexFormat.of().parseHex(wanted.substring(0, wanted.length() / 2 * 2)));
    List<Pair> found = new ArrayList<>();
    store.index(
        index ->
            index.scan(
                prefix,
                MapEntries.behind(prefix),
                (key, value) -> {
                  GitId git = MapEntries.gitIn(key);
                  if (git.toString().startsWith(wanted)) {
                    MapEntries.commitIn(key).ifPresent(commit -> found.add(new Pair(git, commit)));
                  }
                  return found.size() < MOST_LOOKED_AT;
                }));
    Set<Hash> there = there(found.stream().map(Pair::commit).toList());
    return found.stream().filter(pair -> there.contains(pair.commit())).limit(most).toList();
  }
}
