/**
 * A project's history, written as Git's.
 *
 * <p>An export looks which commits a repository lacks ({@link
 * org.fxd.git.jgit.export.MissingCommits}), makes each one's tree from what differs between it and
 * its first parent ({@link org.fxd.git.jgit.object.GitTrees}), gathers all objects in one file
 * beside the repository ({@link org.fxd.git.jgit.export.NewObjects}), and moves the references when
 * they are in ({@link org.fxd.git.jgit.export.TargetRefs}).
 */
package org.fxd.git.jgit.export;
