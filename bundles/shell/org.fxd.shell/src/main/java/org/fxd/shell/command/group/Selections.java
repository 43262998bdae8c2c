package org.fxd.shell.command.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.group.Group;
import org.fxd.graph.api.group.Members;

/** What a group consists of. */
final class Selections {
  private Selections() {}

  /** As data. */
  static Map<String, Object> data(Name name, Group group) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("group", name.toString());
    data.put("byHand", group.members().stream().map(NodeId::toString).toList());
    data.put("includes", group.includes());
    data.put("excludes", group.excludes());
    data.put("reactive", group.reactive());
    data.put("debounceMillis", group.debounce().toMillis());
    return data;
  }

  /** How many nodes of a group's list are there. */
  static long present(Members members, Group group) {
    Set<NodeId> there = new HashSet<>();
    members.list().forEach(match -> there.add(match.id()));
    return group.members().stream().filter(there::contains).count();
  }

  /** Without an include selector. */
  static Group withoutInclude(Group group, String selector) {
    return new Group(
        group.members(),
        without(group.includes(), selector),
        group.excludes(),
        group.reactive(),
        group.debounce());
  }

  /** Without an exclude selector. */
  static Group withoutExclude(Group group, String selector) {
    return new Group(
        group.members(),
        group.includes(),
        without(group.excludes(), selector),
        group.reactive(),
        group.debounce());
  }

  private static List<String> without(List<String> selectors, String selector) {
    List<String> shorter = new ArrayList<>(selectors);
    if (!shorter.remove(selector)) {
      throw new NotFoundException(
          "The group has no such selector: " + selector,
          selectors.isEmpty() ? "it has none" : "it has\n" + String.join("\n", selectors));
    }
    return shorter;
  }
}
