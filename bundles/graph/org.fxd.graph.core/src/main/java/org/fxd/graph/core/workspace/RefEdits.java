package org.fxd.graph.core.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.workspace.Ref;

/** What a transaction does to references, in order, so that the last of it can be undone. */
final class RefEdits {
  /** One edit, and what the transaction wanted before; null if nothing. */
  private record Edit(String name, Optional<Ref> before) {}

  private final Map<String, Optional<Ref>> wanted = new LinkedHashMap<>();
  private final List<Edit> edits = new ArrayList<>();

  /** Wants a reference to be so; empty for "not there". */
  void set(String name, Optional<Ref> target) {
    edits.add(new Edit(name, wanted.put(name, target)));
  }

  /** How many edits there were. */
  int count() {
    return edits.size();
  }

  /** Undoes the edits after so many. */
  void back(int count) {
    while (edits.size() > count) {
      Edit last = edits.remove(edits.size() - 1);
      if (last.before() == null) {
        wanted.remove(last.name());
      } else {
        wanted.put(last.name(), last.before());
      }
    }
  }

  /** What is wanted, by name. */
  Map<String, Optional<Ref>> wanted() {
    return Collections.unmodifiableMap(wanted);
  }
}
