package org.fxd.store.v1.tree;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;

/** What stands right below the root, here and there. */
final class RootNames {
  /** Folders that every project has, under ids on which all projects agree. */
  static final List<Name> FOLDERS =
      List.of(Name.of("code"), Name.of("views"), Name.of("groups"), Name.of("config"));

  /** Holds what has no place elsewhere. */
  static final Name HOLDER = Name.of("v1");

  /**
   * Names that in FXD are not for nodes that are kept: what has one in a file stands in the holder.
   */
  private static final Set<Name> ELSEWHERE =
      Set.of(
          Name.of("history"),
          Name.of("session"),
          Name.of("cache"),
          Name.of("system"),
          Name.of("plugins"),
          HOLDER);

  private RootNames() {}

  /** Whether a child of the file's root has its place in the holder. */
  static boolean isElsewhere(Name name) {
    return ELSEWHERE.contains(name);
  }

  /** The id of an entry of the root, or of the holder. */
  static NodeId id(String path) {
    return NodeId.derived(Hash.ofContent(("root:" + path).getBytes(StandardCharsets.UTF_8)));
  }
}
