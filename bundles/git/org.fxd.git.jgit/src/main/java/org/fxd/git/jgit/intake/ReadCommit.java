package org.fxd.git.jgit.intake;

import org.fxd.git.jgit.object.GitCommit;

/**
 * A commit that was read, and all that has to be known of it besides contents.
 *
 * @param walked the commit
 * @param says what it says
 * @param edit what it does to its first parent's tree
 * @param kept how many of its trees are kept as they are
 */
record ReadCommit(WalkedCommit walked, GitCommit says, FolderEdit edit, long kept) {}
