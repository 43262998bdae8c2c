package org.fxd.shell.project;

import java.util.OptionalLong;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandContext;

/** Options that are amounts. */
public final class Numbers {
  private Numbers() {}

  /**
   * The amount that an option gives.
   *
   * @throws UsageException if it is no number, or is below the least
   */
  public static OptionalLong of(CommandContext context, String option, long least) {
    String text = context.option(option).orElse("");
    if (context.option(option).isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long number = Long.parseLong(text);
      if (number < least) {
        throw new UsageException(option + " is below " + least + ": " + number);
      }
      return OptionalLong.of(number);
    } catch (NumberFormatException e) {
      throw new UsageException(option + " is not a number: '" + text + "'", e);
    }
  }
}
