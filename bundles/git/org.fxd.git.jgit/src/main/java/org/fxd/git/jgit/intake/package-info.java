/**
 * Takes histories in from Git.
 *
 * <p>{@link org.fxd.git.jgit.intake.HistoryWalk} finds which commits are new and in which order
 * they come. {@link org.fxd.git.jgit.intake.ReadAhead} reads them on all cores, ahead of whoever
 * takes them: what differs between a commit's tree and its first parent's, the files that are new,
 * and which of them were another before; all of that follows from Git's objects alone. {@link
 * org.fxd.git.jgit.intake.TreeIntake} turns it into nodes, one commit after the other, and gives
 * each file its identity.
 */
package org.fxd.git.jgit.intake;
