package org.fxd.shell.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.Person;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** A commit as data and as text. */
record CommitText(Commit commit) {
  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("id", commit.id().toString());
    data.put("root", commit.root().toString());
    data.put("parents", commit.parents().stream().map(Hash::toString).toList());
    data.put("author", data(commit.author()));
    data.put("authored", commit.authored().toString());
    data.put("committer", data(commit.committer()));
    data.put("committed", commit.committed().toString());
    data.put("message", commit.message());
    data.put("headers", commit.headers().stream().map(CommitText::data).toList());
    return data;
  }

  /** In one line. */
  void line(Printer printer) {
    printer
        .print(Style.NAME, commit.id().brief())
        .print("  " + commit.summary())
        .print(Style.FAINT, "  " + Amounts.time(commit.authored()) + "  " + commit.author().name())
        .line();
  }

  /** In full. */
  void print(Printer printer) {
    printer.print("commit ").print(Style.NAME, commit.id().toString()).line();
    for (Hash parent : commit.parents()) {
      printer.line("parent " + parent.brief());
    }
    printer.line("author " + commit.author() + "  " + Amounts.time(commit.authored()));
    if (!commit.committer().equals(commit.author())) {
      printer.line("committer " + commit.committer() + "  " + Amounts.time(commit.committed()));
    }
    for (Header header : commit.headers()) {
      printer.line(header.key() + " " + header.text().replace("\n", "\n  "));
    }
    printer.line();
    commit.message().lines().forEach(line -> printer.line("    " + line));
  }

  private static Map<String, Object> data(Header header) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("key", header.key());
    data.put("content", header.text());
    return data;
  }

  private static Map<String, Object> data(Person person) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", person.name());
    data.put("email", person.email());
    return data;
  }
}
