/**
 * JSON as values of the graph: documents are read into {@link org.fxd.graph.api.Value}s in one
 * canonical form, and parts of such values are read out again. The parser is loaded when the first
 * document is read.
 */
package org.fxd.graph.core.json;
