package org.fxd.shell.command;

import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandContext;

/** How closely a diff is told. */
enum Detail {
  /** Lines are counted. */
  COUNTS,
  /** Lines are counted, and the snippets are named. */
  SNIPPETS,
  /** Lines are shown, with the snippets they stand in. */
  LINES,
  /** As lines, and within them what changed word by word. */
  WORDS;

  /** What {@code --stat} and {@code --words} ask for; lines without either. */
  static Detail of(CommandContext context) {
    boolean words = context.flag("--words");
    if (!context.flag("--stat")) {
      return words ? WORDS : LINES;
    }
    if (words) {
      throw new UsageException(
          "--stat and --words cannot be asked for together", "--stat counts, --words shows words");
    }
    return COUNTS;
  }
}
