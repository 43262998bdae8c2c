package org.fxd.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:backup}: a copy of the project, while work goes on. */
@Component(property = Command.NAME + "=fxd:backup")
public final class BackupCommand implements Command {
  private static final String SUFFIX = ".fxd";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final CommandSpec spec =
      CommandSpec.named("fxd:backup", "Writes a copy of the project to another file")
          .description(
              """
              The copy is a whole project, as of one moment, with its history; others may go on
              working meanwhile. It is opened once and read before this says that it is there. This
              shell goes on with the project itself.""")
          .optional(
              "FILE",
              "the copy; otherwise beside the project, with the time in its name",
              Completion.FILE)
          .flag("--force", "replaces FILE, if it is a project that nobody has open")
          .changes()
          .example("fxd:backup", "writes a copy beside the project, with the time in its name")
          .example("fxd:backup copy.fxd", "writes a copy to copy.fxd")
          .example("fxd:backup copy.fxd --force", "the same, in place of the copy that is there")
          .build();

  private final Projects projects;
  private final Clock clock;

  /** Copies with the given service. */
  @Activate
  public BackupCommand(@Reference Projects projects) {
    this(projects, Clock.systemUTC());
  }

  BackupCommand(Projects projects, Clock clock) {
    this.projects = projects;
    this.clock = clock;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    Workspace workspace = context.workspace();
    Path file = context.parameter("FILE").map(context::path).orElseGet(() -> usual(workspace));
    new CopyTarget(file, context.flag("--force")).write(projects, workspace, context);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", workspace.project());
    data.put("file", file.toString());
    data.put("bytes", Files.size(file));
    context.answer(
        data,
        printer -> {
          printer.print("copied to ").print(Style.NAME, file.toString());
          printer.line(": " + Amounts.bytes((Long) data.get("bytes")));
          String back = "to go back to it: fxd:open " + Quoting.quote(file);
          printer.print(Style.FAINT, back).line();
        });
  }

  private Path usual(Workspace workspace) {
    Path project =
        workspace
            .file()
            .orElseThrow(
                () ->
                    new UsageException(
                        "The project lives in memory: there is nothing to lie beside",
                        "fxd:backup FILE"));
    String name = String.valueOf(project.getFileName());
    boolean ends = name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
    String base = ends ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return project.resolveSibling(base + "-" + TIME.format(clock.instant()) + SUFFIX);
  }
}
