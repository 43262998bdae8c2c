/**
 * The graph itself: nodes and their canonical bytes, the comparison and replay of trees, and open
 * projects with their transactions.
 *
 * <p>{@code codec} writes and reads canonical bytes. {@code entries} is the persistent, chunked map
 * that holds a node's entries. {@code node} puts both together into nodes and builders. {@code
 * change} compares and replays whole trees. {@code workspace} makes changes durable, one operation
 * each, and tells whoever wants to know. {@code upkeep} checks and collects. This package holds the
 * services: {@link org.fxd.graph.core.GraphNodes} and {@link org.fxd.graph.core.ProjectsComponent}.
 * The bytes are described in {@code docs/format/objects.md}.
 */
package org.fxd.graph.core;
