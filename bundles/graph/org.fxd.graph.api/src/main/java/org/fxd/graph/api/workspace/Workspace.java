package org.fxd.graph.api.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.StoreException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One open project. A service with the property {@link #PROJECT}; safe for use by any number of
 * threads.
 */
@ProviderType
public interface Workspace {
  /** The service property that names the project: the same for all services of one project. */
  String PROJECT = "fxd.project";

  /** The child of the root under which files live. */
  String CODE = "code";

  /** The value of {@link #PROJECT}: the file's real path, or {@code memory:n}. */
  String project();

  /** The project's file; empty if it lives in memory. */
  Optional<Path> file();

  /**
   * What a person should know about how the project is open, one sentence each, without a full
   * stop: that its file is in an older format, say. They may change with any write.
   */
  default List<String> notices() {
    return List.of();
  }

  /**
   * Whether it can only be read: the file, or its folder, may not be written to, or another process
   * has it open. Then whoever begins to change it is refused, and what the other process changes
   * shows here soon after.
   *
   * @since 1.2
   */
  boolean isReadOnly();

  /** The newest durable state. Costs nothing and never waits. */
  State state();

  /** The root of the newest durable state. */
  default Node root() {
    return state().root();
  }

  /**
   * A tree of this project by hash, such as the root of an old commit. It is read when touched, so
   * a hash that the project does not have shows only then.
   */
  Node node(Hash hash);

  /**
   * Begins a change. Any number may be open at once; each sees the state at its beginning.
   *
   * @param origin who changes, and through what
   * @throws RefusedException if the project {@linkplain #isReadOnly can only be read}
   */
  Transaction begin(Origin origin);

  /**
   * Begins to put objects in that nothing leads to yet.
   *
   * @throws RefusedException if the project {@linkplain #isReadOnly can only be read}
   * @since 1.4
   */
  Deposit deposit();

  /**
   * Work under one origin.
   *
   * @param origin who changes, and through what
   */
  Session session(Origin origin);

  /**
   * Runs one change: begins, edits, commits.
   *
   * @param origin who changes, and through what
   * @param description one line for the operation log
   * @param edit what to do; if it throws, nothing happens
   * @return the change, or the unchanged state's if nothing differs
   * @throws RefusedException if a hook refuses
   * @throws ConflictException if another change came between and contradicts this one
   * @throws StoreException if it cannot be made durable; the state is as before
   */
  default Change change(Origin origin, String description, Consumer<Transaction> edit) {
    try (Transaction transaction = begin(origin)) {
      edit.accept(transaction);
      return transaction.commit(description);
    }
  }

  /**
   * The operations, newest first; each iteration reads as it goes. The first is the one that made
   * {@link #state()}.
   */
  Iterable<Operation> operations();

  /**
   * Waits until observers have been told of every change made so far.
   *
   * @return whether they were, within the time
   */
  boolean awaitObservers(Duration atMost) throws InterruptedException;
}
