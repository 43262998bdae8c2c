package org.fxd.shell.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.source.api.Views;
import org.fxd.source.api.Views.Existing;
import org.fxd.source.api.Views.Written;

/** Writes every file into a folder, for the commands that do. */
public final class WriteAll {
  private WriteAll() {}

  public static void run(CommandContext context, Views views, String typed, boolean replace) {
    Path folder = context.path(typed);
    Written written =
        views.writeAll(
            context.workspace().root(),
            folder,
            replace ? Existing.REPLACE : Existing.REFUSE,
            context.progress(),
            context.cancellation());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("folder", folder.toString());
    data.put("files", written.files());
    data.put("folders", written.folders());
    data.put("bytes", written.bytes());
    data.put("skipped", written.skipped());
    context.answer(data, printer -> print(printer, folder, written));
  }

  private static void print(Printer printer, Path folder, Written written) {
    printer.print("wrote " + Amounts.count(written.files(), "file"));
    printer.print(" in " + Amounts.count(written.folders(), "folder") + ", ");
    printer.print(Amounts.bytes(written.bytes()) + ", to ").print(Style.NAME, folder.toString());
    printer.line();
    for (String skipped : written.skipped()) {
      printer.print(Style.WARN, "left out: ").line(skipped);
    }
  }
}
