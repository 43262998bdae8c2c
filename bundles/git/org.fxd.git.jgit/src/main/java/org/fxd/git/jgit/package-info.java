/**
 * Git with JGit: what a user has configured, and folders and work trees taken into a project.
 *
 * <p>An import looks through the folder first ({@link org.fxd.git.jgit.FolderWalk}, honouring
 * {@link org.fxd.git.jgit.IgnoreRules} and the {@link org.fxd.git.jgit.GitIndex}), sets what it
 * found beside what the project has ({@link org.fxd.git.jgit.Comparison}), reads the files on all
 * cores while one thread feeds the transaction ({@link org.fxd.git.jgit.Reading}), follows files
 * that moved ({@link org.fxd.git.jgit.identity.Moves}), and builds the new tree from the leaves up
 * ({@link org.fxd.git.jgit.TreeAssembly}). Nothing of the folder is ever followed, executed or
 * written to.
 *
 * <p>JGit's classes are loaded when they are first needed, not when the components start.
 */
package org.fxd.git.jgit;
