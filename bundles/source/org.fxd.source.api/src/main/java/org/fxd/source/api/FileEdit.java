package org.fxd.source.api;

import java.util.Optional;
import org.fxd.graph.api.Blob;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;

/**
 * A file whose bytes were changed outside, for {@link Sources#rescan}.
 *
 * @param id the file's id; an edit of a file that is gone and one that has come under another name
 *     may carry the same
 * @param name its name, by which its language is known
 * @param before its node before; empty if it is new
 * @param after its bytes now; empty if it is gone
 */
public record FileEdit(NodeId id, Name name, Optional<Node> before, Optional<Blob> after) {}
