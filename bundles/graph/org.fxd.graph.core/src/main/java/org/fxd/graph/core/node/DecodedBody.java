package org.fxd.graph.core.node;

import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Value;
import org.fxd.graph.core.entries.EntryMap;

/** A body that was read from a store. */
record DecodedBody(Kind kind, Value value, Metadata metadata, EntryMap map) implements NodeBody {}
