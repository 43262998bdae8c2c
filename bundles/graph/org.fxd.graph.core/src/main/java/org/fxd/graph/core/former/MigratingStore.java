package org.fxd.graph.core.former;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.CurrentProgress;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.workspace.ProjectCopy;
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
 * The store of a project whose file is in another format: in memory until the first write, in a
 * file of our own from then on. The file itself is not touched before.
 */
public final class MigratingStore implements Store {
  private final Path file;
  private final Store memory;
  private final Migration migration;
  private final Lease hold;
  private final boolean readOnly;
  private final Set<Handed<?>> handed = ConcurrentHashMap.newKeySet();
  private volatile Store current;
  private volatile Path backup;
  private volatile StoreException lost;

  /** Something of the store of now that someone holds, and that the next store has to give too. */
  private static final class Handed<T extends AutoCloseable> {
    private final Function<Store, T> asked;
    private final Consumer<T> closing;
    private T given;

    Handed(Function<Store, T> asked, Consumer<T> closing, Store store) {
      this.asked = asked;
      this.closing = closing;
      this.given = asked.apply(store);
    }

    synchronized void of(Store store) {
      given = asked.apply(store);
    }

    synchronized void close() {
      closing.accept(given);
    }
  }

  /**
   * A store that is filled first: what comes before there is a project in it stays in memory.
   *
   * @param memory an empty store in memory
   * @param readOnly whether the file can only be read
   */
  MigratingStore(Path file, Store memory, Migration migration, Lease hold, boolean readOnly) {
    this.file = file;
    this.memory = memory;
    this.migration = migration;
    this.hold = hold;
    this.readOnly = readOnly;
    this.current = memory;
  }

  /** What a person should know about the file; one sentence each. */
  public List<String> notices() {
    if (backup != null) {
      return List.of(
          file.getFileName()
              + " was brought from "
              + migration.formatName()
              + " to the present one; as it was, it is in "
              + backup.getFileName());
    }
    return List.of(
        file.getFileName()
            + " is in "
            + migration.formatName()
            + " and was read as it is; "
            + (readOnly
                ? "it can only be read"
                : "the first change brings it to the present one, with a copy of it beside it"));
  }

  private boolean isMigrated() {
    return current != memory;
  }

  /** Brings the file to our format, and goes on there. The caller has the turn to write. */
  Store migrate(Batch last) {
    try {
      ProjectCopy copy = new ProjectCopy(memory);
      Progress progress = CurrentProgress.get();
      progress.phase(
          "bringing " + file.getFileName() + " to the present format", memory.facts().objects());
      Migration.Outcome outcome =
          migration.run(target -> copy.into(target, last::readIndex, progress), hold, progress);
      synchronized (handed) {
        handed.forEach(one -> one.of(outcome.store()));
        current = outcome.store();
        backup = outcome.backup();
      }
      return outcome.store();
    } catch (LostException e) {
      lost = e;
      throw e;
    }
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(file);
  }

  @Override
  public Map<Hash, Lookup> get(Collection<Hash> hashes) {
    return current.get(hashes);
  }

  @Override
  public List<Hash> startingWith(HashPrefix prefix, ObjectType type, int most) {
    return current.startingWith(prefix, type, most);
  }

  @Override
  public Optional<InputStream> open(Hash blob) {
    return current.open(blob);
  }

  @Override
  public OptionalLong size(Hash blob) {
    return current.size(blob);
  }

  @Override
  public Optional<Hash> ref(String name) {
    return current.ref(name);
  }

  @Override
  public <T> T index(Function<IndexReader, T> query) {
    return current.index(query);
  }

  @Override
  public Batch begin() {
    if (isMigrated()) {
      return current.begin();
    }
    if (lost != null) {
      throw lost;
    }
    if (memory.ref(ProjectWorkspace.OPERATION).isEmpty()) {
      return memory.begin(); // It is being filled.
    }
    if (readOnly) {
      throw new StoreException(
          "Cannot change "
              + file
              + ", which is in "
              + migration.formatName()
              + ": it can only be read.",
          "Copy it to where you may write, or save the project under another name.");
    }
    return new MigratingBatch(this, memory.begin());
  }

  @Override
  public boolean isReadOnly() {
    return isMigrated() ? current.isReadOnly() : readOnly;
  }

  @Override
  public Lease lease(Collection<Hash> roots) {
    List<Hash> kept = List.copyOf(roots);
    Handed<Lease> lease = hand(store -> store.lease(kept), Lease::close);
    return () -> takeBack(lease);
  }

  @Override
  public Collection<Hash> leased() {
    return current.leased();
  }

  @Override
  public RefWatch watch(RefWatcher watcher) {
    Handed<RefWatch> watch = hand(store -> store.watch(watcher), RefWatch::close);
    return () -> takeBack(watch);
  }

  private <T extends AutoCloseable> Handed<T> hand(Function<Store, T> asked, Consumer<T> closing) {
    synchronized (handed) {
      Handed<T> one = new Handed<>(asked, closing, current);
      handed.add(one);
      return one;
    }
  }

  private void takeBack(Handed<?> one) {
    if (handed.remove(one)) {
      one.close();
    }
  }

  @Override
  public Facts facts() {
    return current.facts();
  }

  @Override
  public Compaction compact() {
    if (!isMigrated()) {
      throw new StoreException(
          "There is nothing to be made small: " + notices().get(0) + ".",
          "Change something first, or leave it as it is.");
    }
    return current.compact();
  }

  @Override
  public void check(
      boolean repair, Inspector inspector, Progress progress, Cancellation cancellation) {
    current.check(repair, inspector, progress, cancellation);
  }

  @Override
  public void copyTo(Path target, boolean replace, Progress progress, Cancellation cancellation) {
    if (isMigrated()) {
      current.copyTo(target, replace, progress, cancellation);
    } else {
      progress.phase("copying", memory.facts().objects());
      migration.copyTo(target, replace, store -> new ProjectCopy(memory).into(store, progress));
    }
  }

  @Override
  public void checkpoint() {
    current.checkpoint();
  }

  @Override
  public void close() {
    try {
      current.close();
    } finally {
      hold.close();
    }
  }
}
