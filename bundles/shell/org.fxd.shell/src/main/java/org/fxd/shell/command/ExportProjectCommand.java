package org.fxd.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Exports;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:export}: the project as a file of another format. */
@Component(property = Command.NAME + "=fxd:export")
public final class ExportProjectCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("fxd:export", "Writes the project as a file of another format")
          .description(
              """
              For programs that read that format; the project itself stays as it is. The format v1
              is that of the first FXD: every snippet, also within files, is a row with its body.
              What it has no words for is kept in it too, so that it can be opened here again.
              History is not part of it.""")
          .parameter("FILE", "the file to write", Completion.FILE)
          .option("--format", "NAME", "the format, such as v1", Completion.NONE)
          .flag("-f,--force", "replaces a file of that name")
          .changes()
          .example("fxd:export old.fxd --format v1", "writes a version 1 file")
          .build();

  private final Exports exports;

  /** Exports with the given service. */
  @Activate
  public ExportProjectCommand(@Reference Exports exports) {
    this.exports = exports;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    Path file = context.path(context.parameter("FILE").orElseThrow());
    String format =
        context
            .option("--format")
            .orElseThrow(
                () ->
                    new UsageException(
                        "fxd:export needs a format",
                        "give one with --format; there is "
                            + String.join(", ", exports.formats())));
    exports.export(
        context.workspace(),
        format,
        file,
        context.flag("--force"),
        context.progress(),
        context.cancellation());
    long bytes = size(file);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", file.toString());
    data.put("format", format);
    data.put("bytes", bytes);
    context.answer(
        data,
        printer ->
            printer
                .print("wrote ")
                .print(Style.NAME, file.toString())
                .line(", " + Amounts.bytes(bytes) + ", format " + format));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // Someone took it away again; it was written.
    }
  }
}
