package org.fxd.shell.command.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.group.Group;
import org.fxd.shell.print.Amounts;
import org.fxd.source.api.view.View.Members;

/** Which snippets a view shows, as text and as data. */
final class ViewMembers {
  private ViewMembers() {}

  static String text(Members members) {
    if (members instanceof Members.Named named) {
      return "group " + named.group();
    }
    Group group = ((Members.Own) members).group();
    List<String> parts = new ArrayList<>();
    if (!group.members().isEmpty()) {
      parts.add(Amounts.count(group.members().size(), "node"));
    }
    parts.addAll(group.includes());
    group.excludes().forEach(selector -> parts.add("but not " + selector));
    return String.join(", ", parts);
  }

  static Map<String, Object> data(Members members) {
    Map<String, Object> data = new LinkedHashMap<>();
    if (members instanceof Members.Named named) {
      data.put("group", named.group().toString());
    } else if (members instanceof Members.Own own) {
      data.put("byHand", own.group().members().stream().map(NodeId::toString).toList());
      data.put("includes", own.group().includes());
      data.put("excludes", own.group().excludes());
    }
    return data;
  }
}
