package org.fxd.history.api;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.RefusedException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Transaction;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The history of one open project. A service with the property {@code fxd.project}; safe for use by
 * any number of threads.
 *
 * <p>Every method that changes something is one operation of the project's log, and throws {@link
 * RefusedException} if a hook refuses.
 */
@ProviderType
public interface History {
  /** The name of the branch a new project is on. */
  String FIRST_BRANCH = "main";

  /** The commit that is checked out; empty before the first commit. */
  Optional<Commit> head();

  /** The branch that is checked out; empty if a commit is checked out by itself. */
  Optional<String> branch();

  /** The branches by name, each with its newest commit. */
  SortedMap<String, Hash> branches();

  /**
   * Makes a commit of the workspace as it is, with the head as its parent, and moves the branch (or
   * the head) to it.
   *
   * @param message why; not blank
   * @param author who; also taken as committer
   * @throws UsageException if the message is blank
   * @throws FxdException if nothing differs from the head
   */
  Commit commit(String message, Person author, Origin origin);

  /**
   * Makes a commit of part of the work: its tree is that of the commit checked out with the
   * selected changes done. The workspace stays as it is, so what was not selected is still there to
   * be committed.
   *
   * @param selection which part; its parents and the gaps beside it come along, see {@link
   *     Selection}
   * @throws UsageException if the message is blank
   * @throws NotFoundException if nothing stands at a selected path, or has a selected id
   * @throws ConflictException if the part cannot stand by itself, because what was not selected is
   *     in its way; the message names it
   * @throws FxdException if nothing that is selected differs from the head, and the draft does not
   *     {@linkplain CommitDraft#allowingEmpty allow} that
   * @since 1.1
   */
  Commit commit(CommitDraft draft, Selection selection, Origin origin);

  /**
   * Makes a commit that takes the place of the one checked out: it has the same parents, and says
   * what that one said except for the amendment. Commits that follow the old one are not touched.
   * The old one stays in the operation log, so it can be gone back to.
   *
   * @param work which part of the work becomes part of the commit; {@link Selection#none} for none
   * @throws NotFoundException if there is no commit yet, or nothing stands at a selected path
   * @throws UsageException if the new message is blank
   * @throws ConflictException if the part cannot stand by itself
   * @since 1.1
   */
  Commit amend(Amendment amendment, Selection work, Origin origin);

  /**
   * Makes a commit of a transaction's tree as a part of that transaction, and moves the branch (or
   * the head) to it: other services make commits through this, together with what else they change.
   * Nothing is refused because nothing differs. If another commit comes between, the transaction
   * fails with a {@link ConflictException}.
   *
   * @return the commit; it is there when the transaction was committed
   * @throws UsageException if the message is blank
   * @throws NotFoundException if a parent is not there
   * @since 1.1
   */
  Commit commit(Transaction transaction, CommitDraft draft);

  /**
   * A commit by id.
   *
   * @throws NotFoundException if the project has no such commit
   */
  Commit commit(Hash id);

  /**
   * The commit that a revision means.
   *
   * <pre>
   * &#64;, HEAD              the commit that is checked out
   * main, v1, refs/…     what a branch, a tag or any reference leads to
   * origin/main          what a remote's branch led to when it was last looked at
   * 3fa9c1               the commit whose id begins so; four digits or more
   * NAME&#64;{n}             where a name led before its last n moves; without NAME, the head
   * NAME&#64;{DATE}          what was committed by that {@linkplain #moment moment}, from there on
   *                      along first parents; without NAME, from the head
   * DATE                 the same as &#64;{DATE}, if it is neither a name nor digits
   * op:ID                the commit that was checked out after an {@linkplain
   *                      org.fxd.graph.api.oplog.OperationLog#find operation}
   * :/TEXT               the newest commit whose message holds a text; nothing can follow
   * </pre>
   *
   * <p>Behind all but the last come, in any number, {@code -} (the first parent), {@code ~n} (the
   * n-th ancestor by first parents) and {@code ^n} (the n-th parent); behind an operation, each
   * {@code -} is the operation before. A name wins over digits, digits over a moment. Digits may
   * also be those of a commit that nothing leads to any more, while it is kept; if several begin
   * so, those count that a reference leads to.
   *
   * @throws NotFoundException if there is no such commit; the hint names what comes close
   * @throws UsageException if the text is no revision, or several commits begin with those digits
   */
  Commit resolve(String revision);

  /**
   * A moment as a person writes it, in a revision or wherever else one is asked for: {@code
   * 2026-03-04} (its beginning) and {@code 2026-03-04T05:06[:07]} (or a space in place of the T),
   * with or without a zone such as {@code Z}, {@code +02:00} or {@code +0200}; as in mails; seconds
   * since 1970 behind an {@code @}; {@code now}, {@code today} (its beginning), {@code yesterday}
   * (a day ago), {@code 2 days ago}, {@code 3.weeks.ago}, {@code 1 year 2 months ago}, {@code last
   * week}.
   *
   * @return in the zone that is written; else in that of this computer
   * @throws UsageException if it has none of these forms, or there is no such day
   * @since 1.1
   */
  OffsetDateTime moment(String text);

  /**
   * A commit and its ancestors, newest first, a commit always before its parents. Each iteration
   * reads as it goes.
   */
  Iterable<Commit> log(Commit from);

  /**
   * The best common ancestors of two commits: those that are no ancestor of another one. None if
   * the two have nothing in common, several if branches were merged crosswise. Reads as far back as
   * the two have to be followed to meet.
   *
   * @return in the order of their ids
   * @since 1.1
   */
  List<Commit> mergeBases(Commit one, Commit other);

  /**
   * Whether one commit is another, or among its ancestors.
   *
   * @since 1.1
   */
  boolean isAncestor(Commit ancestor, Commit of);

  /** The root of a commit's tree, read when touched. */
  Node root(Commit commit);

  /**
   * The root of the tree that a text means: after {@code op:} how all was after an operation, with
   * work that was not committed; else that of the commit that it {@linkplain #resolve means}, also
   * where steps to a commit follow the operation ({@code op:3fa9~2}).
   *
   * @throws NotFoundException if there is no such commit or operation
   * @throws UsageException if the text is neither, or several begin with those digits
   * @since 1.1
   */
  Node root(String revision);

  /**
   * Checks out a branch, or a commit by itself. The workspace becomes that commit's tree; work that
   * is not committed follows: it is done again on that tree.
   *
   * @param revision a branch's name, or any revision
   * @throws ConflictException if uncommitted work contradicts that tree; nothing is changed
   */
  Change checkout(String revision, Origin origin);

  /**
   * Creates a branch.
   *
   * @param name as Git's rules for branch names have it
   * @throws UsageException if the name breaks a rule; the message says which
   * @throws FxdException if there is such a branch
   */
  void createBranch(String name, Commit at, Origin origin);
}
