package org.fxd.git.jgit.object;

import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.fxd.git.api.history.GitId;

/** Ids as they are told, and as JGit has them. */
public final class GitIds {
  private GitIds() {}

  /** The id as JGit has it. */
  public static ObjectId of(GitId id) {
    return ObjectId.fromRaw(id.bytes());
  }

  /** The id as it is told. */
  public static GitId of(AnyObjectId id) {
    byte[] raw = new byte[GitId.LENGTH];
    id.copyRawTo(raw, 0);
    return GitId.of(raw);
  }
}
