package org.fxd.git.jgit.object;

import java.io.InputStream;
import org.fxd.git.api.history.GitId;

/** Where Git's objects go, and come from. Belongs to one thread. */
public interface GitObjects {
  /**
   * Takes an object that may be there already.
   *
   * @param type one of {@link org.eclipse.jgit.lib.Constants}
   * @return its id
   */
  GitId put(int type, byte[] content);

  /**
   * Takes an object that is much like another one.
   *
   * @param like an earlier version of it
   */
  default GitId put(int type, byte[] content, GitId like) {
    return put(type, content);
  }

  /**
   * Takes a file of any size.
   *
   * @param size how many bytes there are
   * @param in read to its end; the caller closes it
   */
  GitId putFile(long size, InputStream in);

  /** The bytes of a tree that is there, or was put. */
  byte[] tree(GitId id);
}
