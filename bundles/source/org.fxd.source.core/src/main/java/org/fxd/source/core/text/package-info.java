/** The text model: bytes as a tree of pieces, pieces as nodes, nodes as bytes. */
package org.fxd.source.core.text;
