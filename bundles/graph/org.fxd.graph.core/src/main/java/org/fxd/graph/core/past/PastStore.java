package org.fxd.graph.core.past;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.owner.WithoutBook;
import org.fxd.graph.core.workspace.ProjectWorkspace;
import org.fxd.store.api.Batch;
import org.fxd.store.api.Compaction;
import org.fxd.store.api.Facts;
import org.fxd.store.api.HashPrefix;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.Lease;
import org.fxd.store.api.Lookup;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.RefWatch;
import org.fxd.store.api.RefWatcher;
import org.fxd.store.api.Store;

/**
 * The store of an open project, seen as it was when some operation was the newest. Nothing in it
 * changes; what it shows is not collected while it is open. Closing it leaves the store of the
 * project as it is.
 */
public final class PastStore implements Store {
  private final Store live;
  private final Hash operation;
  private final Map<Hash, byte[]> more;
  private final Lease lease;

  /**
   * A store as it was.
   *
   * @param live the store of an open project
   * @param operation the operation that is the newest one here
   * @param more objects that are here besides, by their hashes
   * @param kept what is not to be collected
   */
  public PastStore(Store live, Hash operation, Map<Hash, byte[]> more, Collection<Hash> kept) {
    this.live = live;
    this.operation = operation;
    this.more = Map.copyOf(more);
    this.lease = live.lease(kept);
  }

  /** The store of the project as it is. */
  public Store live() {
    return live;
  }

  /** Whether its newest operation is one of the project's log. */
  public boolean isLogged() {
    return !more.containsKey(operation);
  }

  @Override
  public Optional<Path> file() {
    return live.file();
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    Map<Hash, Lookup> answers = new LinkedHashMap<>();
    List<Hash> others = hashes.stream().filter(hash -> !more.containsKey(hash)).toList();
    if (!others.isEmpty()) {
      answers.putAll(live.get(others));
    }
    for (Hash hash : hashes) {
      byte[] bytes = more.get(hash);
      if (bytes != null) {
        answers.put(hash, new Lookup.Present(bytes));
      }
    }
    return answers;
  }

  /**
   * Without the objects that are here besides: they were made up, and nobody knows their hashes.
   */
  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    return live.startingWith(prefix, type, most);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return live.open(blob);
  }

  @Override
  public OptionalLong size(Hash blob) {
    return live.size(blob);
  }

  @Override
  public Optional<Hash> ref(String name) {
    return name.equals(ProjectWorkspace.OPERATION) ? Optional.of(operation) : live.ref(name);
  }

  /**
   * The index of the project as it is, which others are moved from; but who changed what then is
   * not in its book.
   */
  @Override
  public <T> T index(Function<IndexReader, T> query) {
    return live.index(index -> query.apply(new WithoutBook(index)));
  }

  @Override
  public Batch begin() {
    throw past();
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public Lease lease(Collection<Hash> roots) {
    return live.lease(roots);
  }

  @Override
  public Collection<Hash> leased() {
    return live.leased();
  }

  /** Nothing moves here. */
  @Override
  public RefWatch watch(RefWatcher watcher) {
    return () -> {};
  }

  @Override
  public Facts facts() {
    return live.facts();
  }

  @Override
  public Compaction compact() {
    throw past();
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    throw past();
  }

  @Override
  public void copyTo(Path file, boolean replace, Progress progress, Cancellation cancellation) {
    throw past();
  }

  @Override
  public void checkpoint() {
    // There is nothing that could be brought to its place.
  }

  @Override
  public void close() {
    lease.close();
  }

  private static RefusedException past() {
    return new RefusedException(
        "This is the project as it was, which can only be looked at",
        "Do it with the project as it is; fxd:restore OP goes back to how it was.");
  }
}
