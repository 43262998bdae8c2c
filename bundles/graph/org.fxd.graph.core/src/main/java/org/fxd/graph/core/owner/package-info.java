/**
 * Who made each node of one project, and who changed it last.
 *
 * <p>Everything follows from the operation log: {@link org.fxd.graph.core.owner.Attribution}
 * compares the roots before and after an operation and marks what differs with the operation's
 * number. That happens in the batch that makes the operation durable. The {@link
 * org.fxd.graph.core.owner.Book} of all marks is a part of the store's index; if it is lost, {@link
 * org.fxd.graph.core.owner.CatchUp} writes the same one again, operation by operation.
 *
 * <h2>What is kept</h2>
 *
 * A node without marks of its own has those that what it stands in keeps for such nodes. So an
 * import marks a few nodes, however many it brings, and moving a folder marks the folder. Nodes
 * that are gone keep their marks, for when they come back.
 *
 * <pre>
 * mark      = created modified - created                two numbers of operations
 * marks     = flags[1] own mark [ mark for what is inside ]
 * signature = version[1] flags[1] operation[32] time principal source
 * </pre>
 *
 * Numbers without a length in brackets are varints, texts are blocks of UTF-8. {@link
 * org.fxd.graph.core.owner.Keys} has the keys.
 */
package org.fxd.graph.core.owner;
