package org.fxd.graph.core.mount;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Listing;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.mount.Mount;
import org.fxd.graph.api.mount.Mounts;
import org.fxd.graph.core.node.VirtualNode;

/** The mounts of one project. */
final class ProjectMounts implements Mounts {
  private final Supplier<Map<String, Mount>> mounts;

  /** Asks for the mounts by name whenever a root is touched. */
  ProjectMounts(Supplier<Map<String, Mount>> mounts) {
    this.mounts = mounts;
  }

  @Override
  public Node root() {
    return new VirtualNode(Kind.ROOT, Listing.of(this::entries));
  }

  private SortedMap<Name, Entry> entries() {
    SortedMap<Name, Entry> entries = new TreeMap<>();
    mounts
        .get()
        .forEach(
            (name, mount) -> {
              Name called = Name.of(SIGN + name);
              entries.put(called, new Entry(id(name), called, Place.NONE, mount.tree()));
            });
    return entries;
  }

  /** The same on every machine, so that a mount can be meant by id. */
  private static NodeId id(String name) {
    return NodeId.derived(Hash.ofContent(("mount " + name).getBytes(StandardCharsets.UTF_8)));
  }
}
