package org.fxd.merge.core;

import org.fxd.graph.api.Node;
import org.fxd.graph.api.Nodes;
import org.fxd.graph.api.error.ConflictException;

/** Lets work that is not committed follow a merge. */
record Following(Nodes nodes, CommonForm forms) {
  /**
   * The work done again on a merged tree.
   *
   * @throws ConflictException if it contradicts that
   */
  Node follow(Node work, Node head, Node merged) {
    if (work.equals(head)) {
      return merged;
    }
    CommonForm.Roots roots = forms.of(head, work, merged);
    try {
      return nodes.replay(roots.base(), roots.ours(), roots.theirs());
    } catch (ConflictException e) {
      throw new ConflictException(
          "Work that is not committed contradicts what is to be merged. " + e.getMessage(),
          "Commit the work first (fxd:commit -m MESSAGE): then it is merged, too.",
          e);
    }
  }
}
