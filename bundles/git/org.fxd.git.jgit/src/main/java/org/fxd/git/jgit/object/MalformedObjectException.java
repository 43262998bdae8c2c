package org.fxd.git.jgit.object;

import org.fxd.graph.api.error.FxdException;

/** The bytes are not the Git object that they should be, or it names what no project may hold. */
public final class MalformedObjectException extends FxdException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message a part of a sentence, such as {@code it has no tree}
   */
  public MalformedObjectException(String message) {
    super(Category.FAILED, message, null, null);
  }
}
