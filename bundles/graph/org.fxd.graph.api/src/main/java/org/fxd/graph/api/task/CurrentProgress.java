package org.fxd.graph.api.task;

/**
 * What a thread works at now is told to someone. For work that has to be done before what was asked
 * for, and that nobody can know of beforehand: a file of an earlier form is brought to the present
 * one by the first change, or what was lost is found out anew by the first question. Whoever asks
 * says {@link #begin} around it; whoever works finds that with {@link #get}.
 *
 * <pre>{@code
 * try (CurrentProgress shown = CurrentProgress.begin(progress)) {
 *   workspace.change(...);
 * }
 * }</pre>
 */
public final class CurrentProgress implements AutoCloseable {
  private static final ThreadLocal<Progress> CURRENT = new ThreadLocal<>();

  private final Progress before;

  private CurrentProgress(Progress before) {
    this.before = before;
  }

  /** Who is told of what this thread works at; nobody, if none has said so. */
  public static Progress get() {
    Progress current = CURRENT.get();
    return current == null ? Progress.NONE : current;
  }

  /**
   * From now on someone is told of what this thread works at.
   *
   * @return to be closed by the same thread; then it is again as before
   */
  public static CurrentProgress begin(Progress progress) {
    CurrentProgress begun = new CurrentProgress(CURRENT.get());
    CURRENT.set(progress);
    return begun;
  }

  @Override
  public void close() {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
