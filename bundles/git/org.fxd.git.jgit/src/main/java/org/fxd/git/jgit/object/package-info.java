/**
 * Git's objects as bytes, and what FXD makes of them: commits, trees and annotated tags.
 *
 * <p>Exact by construction: what is decoded here is encoded to the same bytes again, whatever odd
 * form they had. Each codec has one form that it writes; where an object has another, its bytes are
 * kept beside what they say ({@link org.fxd.git.jgit.object.GitCommitCodec#KEPT}, {@link
 * org.fxd.git.jgit.object.GitTreeCodec#KEPT}, {@link org.fxd.git.jgit.object.GitTagCodec#KEPT}) and
 * written as long as they still say it. Only an object without what makes it one (a commit without
 * a tree, a tree cut off) is refused, with a {@link
 * org.fxd.git.jgit.object.MalformedObjectException}.
 *
 * <p>{@code docs/format/git.md} describes all of it.
 */
package org.fxd.git.jgit.object;
