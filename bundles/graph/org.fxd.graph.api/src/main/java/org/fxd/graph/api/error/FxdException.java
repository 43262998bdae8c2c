package org.fxd.graph.api.error;

import java.util.Optional;

/**
 * An expected failure: bad input, a missing thing, a refusal, a store that cannot be read.
 *
 * <p>The message is one sentence or two for a person, without a class name. Unexpected failures (a
 * defect in FXD) are other runtime exceptions.
 */
public class FxdException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What sort of failure this is; decides a command's exit code. */
  public enum Category {
    /** It could not be done. */
    FAILED(1),
    /** It was asked for in the wrong way. */
    USAGE(2),
    /** Two changes contradict each other. */
    CONFLICT(3),
    /** Someone, or a policy, refuses. */
    DENIED(4);

    private final int exitCode;

    Category(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of a command that fails so. */
    public int exitCode() {
      return exitCode;
    }
  }

  private final Category category;
  private final String hint;

  /** A failure of category {@link Category#FAILED}, without a hint. */
  public FxdException(String message) {
    this(Category.FAILED, message, null, null);
  }

  /** A failure of category {@link Category#FAILED}, with its cause. */
  public FxdException(String message, Throwable cause) {
    this(Category.FAILED, message, null, cause);
  }

  /**
   * Any failure.
   *
   * @param category what sort
   * @param message what happened, to what, and why
   * @param hint what to do next; may be null
   * @param cause may be null
   */
  public FxdException(Category category, String message, String hint, Throwable cause) {
    super(message, cause);
    this.category = category;
    this.hint = hint;
  }

  /** What sort of failure this is. */
  public Category category() {
    return category;
  }

  /** What to do next, if there is something to say. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
