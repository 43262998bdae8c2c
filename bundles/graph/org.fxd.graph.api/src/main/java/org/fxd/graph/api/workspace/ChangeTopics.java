package org.fxd.graph.api.workspace;

/**
 * The Event Admin topics of changes and their properties. Sent asynchronously, after the change is
 * durable, one event per call to an {@link Observer}; all properties are strings or numbers.
 */
public final class ChangeTopics {
  /** A project changed. */
  public static final String CHANGED = "org/fxd/graph/CHANGED";

  /**
   * A project went back: an operation was undone, or an earlier state restored. Sent after {@link
   * #CHANGED}, with the same properties and {@link #CONCERNED}.
   */
  public static final String UNDONE = "org/fxd/graph/UNDONE";

  /** String: the id of the operation that was undone or gone back to, 64 hexadecimal digits. */
  public static final String CONCERNED = "concerned";

  /** String: the project, as in {@link Workspace#PROJECT}. */
  public static final String PROJECT = Workspace.PROJECT;

  /** String: the id of the (last) operation, 64 hexadecimal digits. */
  public static final String OPERATION = "operation";

  /** String: the hash of the root before, 64 hexadecimal digits. */
  public static final String ROOT_BEFORE = "root.before";

  /** String: the hash of the root after, 64 hexadecimal digits. */
  public static final String ROOT_AFTER = "root.after";

  /** String: {@link Origin#principal()} of the (last) operation. */
  public static final String PRINCIPAL = "principal";

  /** String: {@link Origin#source()} of the (last) operation. */
  public static final String SOURCE = "source";

  /** String: the (last) operation's description. */
  public static final String DESCRIPTION = "description";

  /** Integer: how many operations this event stands for. */
  public static final String COUNT = "count";

  private ChangeTopics() {}
}
