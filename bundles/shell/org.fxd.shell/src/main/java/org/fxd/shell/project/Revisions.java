package org.fxd.shell.project;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.oplog.OperationLog;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Log;
import org.fxd.history.api.ask.LogQuery;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.shell.command.history.Moment;

/**
 * The tree that a person means: that of a revision, or how all was after an operation ({@code
 * op:3fa9}), or what was committed by some moment ({@code main@{2026-03-04}}, along first parents).
 */
public final class Revisions {
  private static final String OPERATION = "op:";
  private static final Pattern BY_TIME = Pattern.compile("(.*)@\\{(.*[^0-9].*)\\}");

  private Revisions() {}

  /** The tree that an option names; the project as it is, if it is not given. */
  public static Node root(CommandContext context, String option) {
    return find(context, option).orElseGet(() -> context.workspace().root());
  }

  /** The tree that an option names; empty if it is not given. */
  public static Optional<Node> find(CommandContext context, String option) {
    return context.option(option).map(text -> meant(context, text));
  }

  /**
   * The tree that a text names.
   *
   * @throws NotFoundException if there is none such
   */
  public static Node meant(CommandContext context, String text) {
    if (text.startsWith(OPERATION)) {
      OperationLog log = context.service(OperationLog.class);
      return log.state(log.find(text)).root();
    }
    History history = context.service(History.class);
    Matcher time = BY_TIME.matcher(text);
    if (!time.matches()) {
      return history.root(history.resolve(text));
    }
    Commit from = history.resolve(time.group(1).isEmpty() ? "@" : time.group(1));
    Instant until = Moment.read(time.group(2), ZoneId.systemDefault()).toInstant();
    LogQuery query =
        LogQuery.of(List.of(from.id()))
            .withLine(LogQuery.Line.FIRST_PARENTS)
            .withTime(Optional.empty(), Optional.of(until));
    Iterator<Commit> found = context.service(Log.class).find(query, Cancellation.none()).iterator();
    if (!found.hasNext()) {
      throw new NotFoundException(
          "Nothing was committed by " + time.group(2) + ".", "fxd:log shows when the first was.");
    }
    return history.root(found.next());
  }
}
