/**
 * The selector language: text to {@link org.fxd.graph.core.select.SelectorList} and back, and
 * whether a node matches. The grammar is documented in {@link org.fxd.graph.api.select}.
 */
package org.fxd.graph.core.select;
