/**
 * Groups: how they are kept as nodes, who their members are, and following them.
 *
 * <p>A group is kept so that two people's edits of it replay onto each other: each line of its
 * lists is an entry with an id of its own, and putting another group in its place touches only the
 * lines that differ ({@link org.fxd.graph.core.group.StoredGroup}). Lines that both sides added are
 * read as one.
 *
 * <p>Selectors of a group look at the whole root, so a selector as wide as {@code *} also finds the
 * nodes that groups and views are kept as, the group's own among them. Nothing is left out behind a
 * selector's back; {@code .file}, {@code .snippet} or {@code [file]} say what is meant.
 *
 * <p>A {@link org.fxd.graph.api.group.LiveGroup} keeps where its selected members stand in a
 * persistent ordered set, which moves with each change by what {@link
 * org.fxd.graph.core.watch.SelectorDelta} finds.
 */
package org.fxd.graph.core.group;
