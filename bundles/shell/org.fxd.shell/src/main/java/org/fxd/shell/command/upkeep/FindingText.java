package org.fxd.shell.command.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.Uses;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;

/** What a check found, as data and as text. */
final class FindingText {
  private static final String INDENT = "            ";

  private final Printer printer;
  private final Supplier<History> history;

  /**
   * Prints findings.
   *
   * @param history tells what commits are about; it may fail
   */
  FindingText(Printer printer, Supplier<History> history) {
    this.printer = printer;
    this.history = history;
  }

  static Map<String, Object> data(Finding finding) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("sort", word(finding));
    data.put("what", finding.what());
    data.put("object", finding.object().map(Hash::toString).orElse(null));
    data.put("uses", finding.uses().map(FindingText::data).orElse(null));
    data.put("repaired", finding.repaired().orElse(null));
    return data;
  }

  private static Map<String, Object> data(Uses uses) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("newest", uses.newest());
    data.put("paths", uses.paths());
    data.put("morePaths", uses.morePaths());
    data.put("commits", uses.commits().stream().map(Hash::toString).toList());
    data.put("commitCount", uses.commitCount());
    data.put("operations", uses.operations());
    return data;
  }

  private static String word(Finding finding) {
    return finding.sort().name().toLowerCase(Locale.ROOT);
  }

  void print(Finding finding) {
    boolean well = finding.repaired().isPresent();
    String padded = String.format(Locale.ROOT, "%-" + INDENT.length() + "s", word(finding));
    printer.print(well ? Style.GOOD : Style.BAD, padded).line(finding.what());
    finding.uses().ifPresent(this::print);
    finding.repaired().ifPresent(what -> printer.line(INDENT + "repaired: " + what));
  }

  private void print(Uses uses) {
    for (String path : uses.paths()) {
      printer.print(INDENT + "in ").print(Style.NAME, path).line();
    }
    if (uses.morePaths()) {
      printer.line(INDENT + "and elsewhere");
    }
    List<String> needed = new ArrayList<>();
    if (uses.newest()) {
      needed.add("the newest state");
    }
    if (uses.commitCount() > 0) {
      needed.add(Amounts.count(uses.commitCount(), "commit"));
    }
    if (uses.operations() > 0) {
      needed.add("the states of " + Amounts.count(uses.operations(), "operation"));
    }
    if (!needed.isEmpty()) {
      printer.line(INDENT + "needed by " + String.join(", ", needed));
    }
    for (Hash commit : uses.commits()) {
      printer.print(INDENT + "  ").print(Style.NAME, commit.brief()).line("  " + summary(commit));
    }
    if (uses.commitCount() > uses.commits().size()) {
      printer.line(INDENT + "  and older ones");
    }
  }

  /** What a commit is about, as far as it can be read. */
  private String summary(Hash commit) {
    try {
      return history.get().commit(commit).summary();
    } catch (FxdException damaged) {
      return "";
    }
  }
}
