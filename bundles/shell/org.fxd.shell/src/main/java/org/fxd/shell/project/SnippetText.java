package org.fxd.shell.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.source.api.Snippet;

/** A snippet as data and as a row of a table. */
public record SnippetText(Snippet snippet) {
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("address", snippet.address());
    data.put("id", snippet.entry().id().toString());
    data.put("type", snippet.type());
    data.put("language", snippet.language());
    data.put("depth", snippet.depth());
    data.put("firstLine", snippet.firstLine());
    data.put("lastLine", snippet.lastLine());
    return data;
  }

  /** Type, name indented by depth, lines, id. */
  public List<String> row(int outermost) {
    return List.of(
        snippet.type(),
        "  ".repeat(Math.max(0, snippet.depth() - outermost)) + name(),
        lines(),
        snippet.entry().id().brief());
  }

  /** Such as {@code method Outer.inner}. */
  public String title() {
    return snippet.type() + " " + name();
  }

  /** Such as {@code 12-20}. */
  public String lines() {
    return snippet.firstLine() == snippet.lastLine()
        ? String.valueOf(snippet.firstLine())
        : snippet.firstLine() + "-" + snippet.lastLine();
  }

  private String name() {
    return snippet.qualifiedName() + (snippet.ordinal() == 1 ? "" : "~" + snippet.ordinal());
  }
}
