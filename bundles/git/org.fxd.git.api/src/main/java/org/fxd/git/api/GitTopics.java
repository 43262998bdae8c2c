package org.fxd.git.api;

import org.fxd.graph.api.workspace.Workspace;

/**
 * The Event Admin topics of the bridge to Git and their properties, all of them strings. Sent
 * asynchronously, when it is done.
 *
 * @since 1.2
 */
public final class GitTopics {
  /** Commits went to a Git repository, or its branches were moved. */
  public static final String EXPORTED = "org/fxd/git/EXPORTED";

  /** The history of a Git repository was taken in. */
  public static final String IMPORTED = "org/fxd/git/IMPORTED";

  /** The project, as in {@link Workspace#PROJECT}. */
  public static final String PROJECT = Workspace.PROJECT;

  /** Where the repository is. */
  public static final String REPOSITORY = "repository";

  /** How many commits are new, in decimal digits. */
  public static final String COMMITS = "commits";

  /** Who did it. */
  public static final String PRINCIPAL = "principal";

  private GitTopics() {}
}
