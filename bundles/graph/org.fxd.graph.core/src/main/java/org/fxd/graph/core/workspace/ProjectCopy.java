package org.fxd.graph.core.workspace;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Operation;
import org.fxd.graph.core.node.ObjectReader;
import org.fxd.graph.core.node.ObjectWriter;
import org.fxd.store.api.Batch;
import org.fxd.store.api.IndexReader;
import org.fxd.store.api.ObjectType;
import org.fxd.store.api.Store;

/** A project that has one operation yet, from one store to another. */
public final class ProjectCopy {
  private static final byte[] ALL = {};

  private final Store from;

  /** Copies the project in a store. */
  public ProjectCopy(Store from) {
    this.from = from;
  }

  /**
   * Writes it into an empty store, as it is now.
   *
   * @param progress told of each object
   */
  public void into(Store target, Progress progress) {
    into(target, from::index, progress);
  }

  /**
   * Writes it into an empty store.
   *
   * @param index reads the index of the project
   * @param progress told of each object
   */
  public void into(
      Store target, Consumer<Function<IndexReader, Boolean>> index, Progress progress) {
    ObjectReader objects = new ObjectReader(from);
    Hash id = from.ref(ProjectWorkspace.OPERATION).orElseThrow();
    byte[] bytes = objects.bytes(id);
    Operation operation = OperationCodec.decode(id, bytes);
    try (Batch batch = target.begin()) {
      new ObjectWriter(new ObjectReader(target), batch, Set.of(), progress)
          .write(objects.node(operation.after()));
      batch.put(ObjectType.OPERATION, id, bytes);
      batch.ref(ProjectWorkspace.OPERATION, Hash.ZERO, id);
      index.accept(
          reader ->
              reader.scan(
                  ALL,
                  ALL,
                  (key, value) -> {
                    batch.index(key, value);
                    return true;
                  }));
      batch.commit();
    }
  }
}
