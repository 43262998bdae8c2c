package org.fxd.history.api;

import org.fxd.graph.api.workspace.ChangeTopics;
import org.fxd.graph.api.workspace.Observer;

/**
 * The Event Admin topics of history and their properties. Events are sent asynchronously, after the
 * change is durable, and say what became of the references, whoever moved them: a commit, a
 * checkout, an import, a merge, an undo. All properties are strings. As with an {@link Observer},
 * changes that come too quickly are folded into one; then the events are of all that happened in
 * them, except for what was undone within.
 *
 * @since 1.1
 */
public final class HistoryTopics {
  /**
   * A commit was made and is checked out: {@link #COMMIT}, {@link #SUMMARY}, {@link #AUTHOR},
   * {@link #BRANCH} if one is checked out, and {@link #REPLACED} if it came in the place of
   * another. Not sent where undo, redo, a fast-forward or a checkout leads to a commit that was
   * there.
   */
  public static final String COMMITTED = "org/fxd/history/COMMITTED";

  /**
   * A branch moved, is new or is gone: {@link #REF}, {@link #BRANCH}, {@link #FROM}, {@link #TO}.
   */
  public static final String BRANCH_MOVED = "org/fxd/history/BRANCH_MOVED";

  /** A tag moved, is new or is gone: {@link #REF}, {@link #TAG}, {@link #FROM}, {@link #TO}. */
  public static final String TAG_MOVED = "org/fxd/history/TAG_MOVED";

  /**
   * Another branch is checked out, or another commit by itself: {@link #FROM} and {@link #TO} are
   * the commits, {@link #BRANCH} is the branch now.
   */
  public static final String CHECKED_OUT = "org/fxd/history/CHECKED_OUT";

  /** Work was put away, or taken from there: {@link #REF}, {@link #FROM}, {@link #TO}. */
  public static final String STASH_CHANGED = "org/fxd/history/STASH_CHANGED";

  /** Two histories were merged; sent by whoever merges, with properties of its own. */
  public static final String MERGED = "org/fxd/history/MERGED";

  /** The project. In every event. */
  public static final String PROJECT = ChangeTopics.PROJECT;

  /** The id of the (last) operation, 64 hexadecimal digits. In every event. */
  public static final String OPERATION = ChangeTopics.OPERATION;

  /** Who made the (last) operation. In every event. */
  public static final String PRINCIPAL = ChangeTopics.PRINCIPAL;

  /** Through what. In every event. */
  public static final String SOURCE = ChangeTopics.SOURCE;

  /** The full name of the reference, such as {@code refs/heads/main}. */
  public static final String REF = "ref";

  /** The name of the branch; left out if a commit is checked out by itself. */
  public static final String BRANCH = "branch";

  /** The name of the tag. */
  public static final String TAG = "tag";

  /** The id of the object before, 64 hexadecimal digits; left out if there was none. */
  public static final String FROM = "from";

  /** The id of the object now, 64 hexadecimal digits; left out if there is none. */
  public static final String TO = "to";

  /** The id of the commit, 64 hexadecimal digits. */
  public static final String COMMIT = "commit";

  /** The id of the commit whose place was taken, 64 hexadecimal digits. */
  public static final String REPLACED = "replaced";

  /** The first line of the commit's message. */
  public static final String SUMMARY = "summary";

  /** The commit's author, as {@code name <email>}. */
  public static final String AUTHOR = "author";

  private HistoryTopics() {}
}
