package org.fxd.history.core.ask;

import org.fxd.history.api.Commit;

/** What a question looks at in commits. */
interface Sight {
  /** Whether it is the same in a commit and in one of its parents. */
  boolean same(Commit child, Commit parent);

  /** Whether it is there at all. */
  boolean isIn(Commit commit);

  /** Whether there is nothing to look for behind the commit in which it came. */
  boolean endsWhereItCame();
}
