package org.fxd.graph.api.watch;

import org.fxd.graph.api.workspace.ChangeTopics;
import org.fxd.graph.api.workspace.Workspace;

/**
 * The Event Admin topics of single nodes. Sent asynchronously, after the change is durable, in the
 * order of the later tree, removals last. All properties are texts or numbers. Of one change, at
 * most {@link #MOST} events are sent; after that, {@link ChangeTopics#CHANGED} tells that there is
 * more. Nothing is worked out while nobody listens.
 *
 * <p>A node that came with all below it is one event, and so is one that went.
 */
public final class NodeTopics {
  /** A node is new. */
  public static final String CREATED = "org/fxd/graph/node/CREATED";

  /** A node's value, metadata or kind differ. */
  public static final String CHANGED = "org/fxd/graph/node/CHANGED";

  /** A node has another parent, another name, or another place among its siblings. */
  public static final String MOVED = "org/fxd/graph/node/MOVED";

  /** A node is gone. */
  public static final String REMOVED = "org/fxd/graph/node/REMOVED";

  /** How many events of single nodes one change causes at most. */
  public static final int MOST = 1000;

  /** String: the project, as in {@link Workspace#PROJECT}. */
  public static final String PROJECT = Workspace.PROJECT;

  /** String: the id of the (last) operation, 64 hexadecimal digits. */
  public static final String OPERATION = ChangeTopics.OPERATION;

  /** String: the node's id, 32 hexadecimal digits. */
  public static final String ID = "id";

  /** String: the node's kind, such as {@code snippet}. */
  public static final String KIND = "kind";

  /** String: the node's path; of one that is gone, the path it had. */
  public static final String PATH = "path";

  /** String: the path it had, if it moved. */
  public static final String PATH_BEFORE = "path.before";

  /** String: the hash before, 64 hexadecimal digits; absent if created. */
  public static final String HASH_BEFORE = "hash.before";

  /** String: the hash after, 64 hexadecimal digits; absent if removed. */
  public static final String HASH_AFTER = "hash.after";

  /** String: who changed it. */
  public static final String PRINCIPAL = ChangeTopics.PRINCIPAL;

  /** String: through what. */
  public static final String SOURCE = ChangeTopics.SOURCE;

  private NodeTopics() {}
}
