package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Hash;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer.Style;

/**
 * What is said of a branch that was changed.
 *
 * @param context the call
 * @param name the branch's, as it is now
 * @param commit where it stands, or stood
 */
record BranchAnswer(CommandContext context, String name, Hash commit) {
  /** What was done, and what to type next. */
  record Told(BranchAnswer answer, String before, String after) {
    /** Ends with what one may want to do now. */
    void next(String line) {
      answer.say(before, after, "next: " + line);
    }

    /** Ends with what takes it back. */
    void back(String line) {
      answer.say(before, after, "to go back: " + line);
    }
  }

  /** What was done: words before the name, and words behind it. */
  Told tell(String before, String after) {
    return new Told(this, before, after);
  }

  private void say(String before, String after, String last) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("branch", name);
    data.put("commit", commit.toString());
    context.answer(
        data,
        printer ->
            printer
                .print(before + " ")
                .print(Style.NAME, name)
                .line(after)
                .print(Style.FAINT, last)
                .line());
  }
}
