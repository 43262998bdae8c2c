package org.fxd.graph.core.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.StoreException;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.core.index.ProjectIndex;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.Inspector;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/**
 * All of a project from one store to another, an object at a time: its newest operation, and every
 * object there is, so that nobody has to know what leads to what. Whoever changes the project
 * meanwhile is not held up; what came after the newest operation was looked up may come along, and
 * then nothing leads to it.
 */
final class ProjectTransfer {
  /** So many bytes are written at once. */
  private static final long ROUND = 8L << 20;

  private final Store from;
  private final Progress progress;
  private final Cancellation cancellation;

  /** Reads from a store. */
  ProjectTransfer(Store from, Progress progress, Cancellation cancellation) {
    this.from = from;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Writes into an empty store.
   *
   * @throws StoreException if one of the stores fails, or something in the first is damaged
   */
  void into(Store target) {
    Hash newest = from.ref(ProjectWorkspace.OPERATION).orElseThrow();
    try (Writing writing = new Writing(target)) {
      from.check(false, writing, progress, cancellation);
      writing.commit();
    }
    try (Batch batch = target.begin()) {
      index(newest, batch);
      batch.ref(ProjectWorkspace.OPERATION, Hash.ZERO, newest);
      batch.commit();
    }
  }

  /** An index of another state than the one that is copied would not be used. */
  private void index(Hash newest, Batch batch) {
    ObjectReader objects = new ObjectReader(from);
    Hash root =
        new ProjectState(objects.node(new LoggedOperations(objects).read(newest).after()), newest)
            .root()
            .hash();
    from.index(reader -> ProjectIndex.isOf(root, reader) && copy(reader, batch));
  }

  private boolean copy(IndexReader reader, Batch batch) {
    byte[] all = {};
    return reader.scan(
        all,
        all,
        (key, value) -> {
          batch.index(key, value);
          return true;
        });
  }

  /** Takes each object that it is told of, in batches of limited size. */
  private final class Writing implements Inspector, AutoCloseable {
    private final Store target;
    private Batch batch;
    private long bytes;

    Writing(Store target) {
      this.target = target;
      this.batch = target.begin();
    }

    @Override
    public void object(ObjectType type, Hash hash, Optional<byte[]> encoded) {
      if (encoded.isPresent()) {
        batch.put(type, hash, encoded.get());
        bytes += encoded.get().length;
      } else {
        blob(hash);
      }
      if (bytes >= ROUND) {
        commit();
        batch = target.begin();
        bytes = 0;
      }
    }

    private void blob(Hash hash) {
      try (InputStream in = from.open(hash).orElseThrow(() -> gone(hash))) {
        bytes += batch.putBlob(in).size();
      } catch (IOException e) {
        throw new StoreException(
            "Cannot copy the content " + hash.brief() + ": " + ObjectReader.reason(e) + ".", e);
      }
    }

    private StoreException gone(Hash hash) {
      return new StoreException("Cannot copy the content " + hash.brief() + ": it has gone.");
    }

    @Override
    public void ref(String name, Hash hash) {
      // The newest operation is the one that was looked up before.
    }

    @Override
    public void problem(Problem problem) {
      throw new StoreException("The project cannot be copied whole: " + problem.what());
    }

    void commit() {
      batch.commit();
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
