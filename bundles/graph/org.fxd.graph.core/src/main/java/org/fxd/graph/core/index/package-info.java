/**
 * Finding nodes of one project by selector, id and path.
 *
 * <p>The index is a filter: it tells in which entries of the stored tree (<em>units</em>) something
 * may be that is looked for; whether it is, the nodes themselves tell. All that is inside a file
 * belongs to the file's unit. So an entry of the index that leads nowhere costs a look and never
 * shows, and hashes may be short.
 */
package org.fxd.graph.core.index;
