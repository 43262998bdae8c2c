package org.fxd.store.v1.tree;

import org.fxd.store.v1.map.Cell;
import org.fxd.store.v1.map.RowText;

/**
 * A row of the table of nodes.
 *
 * @param id its id
 * @param parent the id of its parent's row; NULL for the root
 * @param key its name below its parent
 * @param text what it says of the node itself
 */
public record Row(Cell id, Cell parent, Cell key, RowText text) {}
