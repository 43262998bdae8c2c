package org.fxd.shell.command;

import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.source.api.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code git:export}: all files, into a folder. */
@Component(property = Command.NAME + "=git:export")
public final class ExportCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("git:export", "Writes all files to a folder")
          .description(
              """
              Files, empty folders, executable bits and symbolic links, byte for byte as they were
              taken in. The folder must be empty or not there, unless --force is given: then files of
              the same path are replaced and all else stays.""")
          .parameter("DIR", "the folder", Completion.FOLDER)
          .flag("-f,--force", "replaces files in a folder that is not empty")
          .changes()
          .example("git:export export", "writes all files below export")
          .build();

  private final Views views;

  /** Writes with the given service. */
  @Activate
  public ExportCommand(@Reference Views views) {
    this.views = views;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String folder = context.parameter("DIR").orElseThrow();
    WriteAll.run(context, views, folder, context.flag("--force"));
  }
}
