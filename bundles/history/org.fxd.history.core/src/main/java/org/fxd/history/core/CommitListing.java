package org.fxd.history.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.Value;
import org.fxd.graph.api.workspace.State;
import org.fxd.history.api.Commit;

/**
 * The commits that the references of a state lead to, as nodes named by their ids. Only the ids are
 * held, from the first question on; commits are read as they are listed, many at a time.
 */
final class CommitListing implements Listing {
  private static final Kind COMMIT = new Kind("commit");
  private static final int AT_ONCE = 256;

  private final Commits commits;
  private final State state;
  private final Nodes nodes;
  private List<Hash> ids;

  CommitListing(Commits commits, State state, Nodes nodes) {
    this.commits = commits;
    this.state = state;
    this.nodes = nodes;
  }

  private synchronized List<Hash> ids() {
    if (ids == null) {
      List<Hash> sorted = new ArrayList<>(new ReachableCommits(commits, state).ids());
      Collections.sort(sorted);
      ids = sorted;
    }
    return ids;
  }

  @Override
  public long size() {
    return ids().size();
  }

  @Override
  public Iterable<Entry> entries() {
    return Reading::new;
  }

  private final class Reading implements Iterator<Entry> {
    private Iterator<StoredCommit> read = Collections.emptyIterator();
    private int next;

    @Override
    public boolean hasNext() {
      return read.hasNext() || next < ids().size();
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!read.hasNext()) {
        List<Hash> batch = ids().subList(next, Math.min(ids().size(), next + AT_ONCE));
        Map<Hash, StoredCommit> found = commits.get(batch);
        read = batch.stream().map(found::get).iterator();
        next += batch.size();
      }
      return entry(read.next().commit());
    }
  }

  @Override
  public Optional<Entry> entry(Name name) {
    Hash id;
    try {
      id = Hash.parse(name.toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // No commit is called so.
    }
    return name.equals(Name.of(id.toString())) && Collections.binarySearch(ids(), id) >= 0
        ? Optional.of(entry(commits.get(id).commit()))
        : Optional.empty();
  }

  private Entry entry(Commit commit) {
    Name name = Name.of(commit.id().toString());
    return new Entry(NodeId.derived(commit.id()), name, Place.NONE, node(commit));
  }

  private Node node(Commit commit) {
    return nodes
        .builder(COMMIT)
        .value(Value.of(commit.message()))
        .metadata("summary", Value.of(commit.summary()))
        .metadata("author", Value.of(commit.author().toString()))
        .metadata("authored", Value.of(commit.authored().toString()))
        .metadata("committer", Value.of(commit.committer().toString()))
        .metadata("committed", Value.of(commit.committed().toString()))
        .metadata("root", Value.of(commit.root()))
        .metadata("parents", nodes.json(ids(commit.parents())))
        .build();
  }

  private static String ids(List<Hash> ids) {
    return ids.stream()
        .map(id -> '"' + id.toString() + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
