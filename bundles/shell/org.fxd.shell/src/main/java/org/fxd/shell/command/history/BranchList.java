package org.fxd.shell.command.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ref.Branch;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Divergence;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;

/**
 * The branches, as data and as text.
 *
 * @param context the call
 * @param rows one for each, by name
 */
record BranchList(CommandContext context, List<Row> rows) {
  /**
   * One branch.
   *
   * @param apart how far it is from what it is compared with
   */
  record Row(Branch branch, Commit commit, Optional<Divergence> apart) {
    Map<String, Object> data() {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("branch", branch.name());
      data.put("commit", branch.commit().toString());
      data.put("summary", commit.summary());
      data.put("current", branch.isCheckedOut());
      apart.ifPresent(
          divergence -> {
            data.put("ahead", divergence.ahead());
            data.put("behind", divergence.behind());
          });
      return data;
    }

    List<String> cells() {
      String distance =
          apart.map(by -> by.ahead() + " ahead, " + by.behind() + " behind").orElse("");
      return List.of(
          branch.isCheckedOut() ? "*" : "",
          branch.name(),
          branch.commit().brief(),
          distance,
          commit.summary());
    }
  }

  /** The branches of the project that a call is about, compared as it says. */
  static BranchList of(CommandContext context) {
    History history = context.service(History.class);
    Branches branches = context.service(Branches.class);
    Optional<Commit> other = context.option("--compare").map(history::resolve);
    List<Row> rows = new ArrayList<>();
    for (Branch branch : branches.all()) {
      context.cancellation().check();
      Commit commit = history.commit(branch.commit());
      rows.add(new Row(branch, commit, other.map(to -> branches.compare(commit, to))));
    }
    return new BranchList(context, rows);
  }

  /** Answers the call with them. */
  void answer() {
    context.answer(rows.stream().map(Row::data).toList(), this::print);
  }

  private void print(Printer printer) {
    if (rows.isEmpty()) {
      printer.line("no branches yet; the first commit makes one");
    }
    printer.table(List.of(), rows.stream().map(Row::cells).toList());
  }
}
