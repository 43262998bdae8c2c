package org.fxd.source.core.text;

import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Name;

/** What is known of a piece before the names around it are. */
record Draft(
    String type, Name name, int start, int end, Optional<Entry> entry, List<Draft> children) {}
