package org.fxd.merge.api;

import org.fxd.graph.api.workspace.Workspace;

/**
 * The Event Admin topic of merges and its properties, all of them strings. Sent asynchronously,
 * after the operation is durable.
 */
public final class MergeTopics {
  /** A commit was merged into what is checked out, reverted or picked. */
  public static final String MERGED = "org/fxd/history/MERGED";

  /** The project, as in {@link Workspace#PROJECT}. */
  public static final String PROJECT = Workspace.PROJECT;

  /** The name of the {@link MergeResult.Outcome}. */
  public static final String OUTCOME = "outcome";

  /** The id of the commit that was merged, reverted or picked. */
  public static final String THEIRS = "theirs";

  /** The id of the commit that is checked out afterwards. */
  public static final String COMMIT = "commit";

  /** How many conflicts there are, in decimal digits. */
  public static final String CONFLICTS = "conflicts";

  private MergeTopics() {}
}
