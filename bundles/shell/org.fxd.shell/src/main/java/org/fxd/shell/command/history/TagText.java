package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Tag;
import org.fxd.history.api.ref.Tags;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** A tag as data and as text. */
record TagText(Tag tag, Commit commit) {
  static TagText of(CommandContext context, Tag tag) {
    return new TagText(tag, context.service(History.class).commit(tag.commit()));
  }

  /** Answers a call with all tags. */
  static void list(CommandContext context) {
    List<TagText> all = new ArrayList<>();
    for (Tag tag : context.service(Tags.class).all()) {
      context.cancellation().check();
      all.add(of(context, tag));
    }
    context.answer(
        all.stream().map(TagText::data).toList(),
        printer -> {
          if (all.isEmpty()) {
            printer.line("no tags yet; fxd:tag NAME makes one");
          }
          printer.table(List.of(), all.stream().map(TagText::cells).toList());
        });
  }

  Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("tag", tag.name());
    data.put("commit", tag.commit().toString());
    data.put("summary", commit.summary());
    data.put("annotated", tag.annotation().isPresent());
    tag.annotation()
        .ifPresent(
            said -> {
              data.put("message", said.message());
              data.put("tagger", said.tagger().toString());
              data.put("time", said.time().toString());
            });
    return data;
  }

  private List<String> cells() {
    return List.of(
        tag.name(),
        tag.commit().brief(),
        tag.annotation().map(said -> said.summary()).orElseGet(commit::summary));
  }

  /** In full. */
  void print(Printer printer) {
    printer.print("tag ").print(Style.NAME, tag.name()).line();
    tag.annotation()
        .ifPresent(
            said -> {
              printer.line("tagger " + said.tagger() + "  " + Amounts.time(said.time()));
              printer.line();
              said.message().lines().forEach(line -> printer.line("    " + line));
              printer.line();
            });
    printer
        .print("commit ")
        .print(Style.NAME, tag.commit().toString())
        .line("  " + commit.summary());
  }
}
