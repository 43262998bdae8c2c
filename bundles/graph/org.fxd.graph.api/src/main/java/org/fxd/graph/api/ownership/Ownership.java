package org.fxd.graph.api.ownership;

/**
 * Who made a node, and who changed it last.
 *
 * @param created what first brought the node into the project
 * @param modified what changed the node itself last; {@code created} if nothing did
 */
public record Ownership(Stamp created, Stamp modified) {
  /** Who made the node, such as {@code Ada Lovelace <ada@example.org>}. */
  public String owner() {
    return created.origin().principal();
  }

  /** Who changed the node last. */
  public String lastModifiedBy() {
    return modified.origin().principal();
  }
}
