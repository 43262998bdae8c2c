package org.fxd.shell.print;

import java.util.List;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;

/** What a person should know besides, of which there may be very much. */
public final class Warnings {
  private static final int SHOWN = 20;

  private Warnings() {}

  /**
   * Writes the first of them, a line each, and how many there are besides.
   *
   * @param label what stands before each
   * @param rest what those besides are called behind their number, such as "more"
   */
  public static void print(Printer printer, String label, List<String> all, String rest) {
    all.stream().limit(SHOWN).forEach(each -> printer.print(Style.WARN, label + ": ").line(each));
    if (all.size() > SHOWN) {
      printer.line("and " + (all.size() - SHOWN) + " " + rest + "; --json lists all");
    }
  }
}
