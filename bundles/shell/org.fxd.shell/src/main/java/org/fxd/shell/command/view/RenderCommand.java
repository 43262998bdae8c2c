package org.fxd.shell.command.view;

import java.io.IOException;
import java.util.Optional;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.command.WriteAll;
import org.fxd.shell.project.Bytes;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.Sources;
import org.fxd.source.api.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:render}: one view's bytes, or all views as files. */
@Component(property = Command.NAME + "=view:render")
public final class RenderCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:render", "Renders one view, or all of them into a folder")
          .description(
              """
              A single view is written to the output, byte for byte. With --all, every file is written
              below the folder, which must be empty or not there, unless --force is given: then files
              of the same path are replaced and all else stays.""")
          .optional("PATH", "the view", Completion.SOURCE)
          .option("-a,--all", "DIR", "writes all views into this folder", Completion.FOLDER)
          .flag("-f,--force", "replaces files in a folder that is not empty")
          .changes()
          .example("view:render README.md", "writes one file to the output")
          .example("view:render --all out", "writes every file below out")
          .build();

  private final Sources sources;
  private final Views views;

  /** Renders with the given services. */
  @Activate
  public RenderCommand(@Reference Sources sources, @Reference Views views) {
    this.sources = sources;
    this.views = views;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    Optional<String> path = context.parameter("PATH");
    Optional<String> all = context.option("--all");
    if (path.isPresent() == all.isPresent()) {
      throw new UsageException(
          "view:render needs either PATH or --all DIR", "view:list lists what can be rendered");
    }
    if (all.isPresent()) {
      WriteAll.run(context, views, all.get(), context.flag("--force"));
      return;
    }
    ProjectPath found = ProjectPath.find(sources, context.workspace().root(), path.get());
    if (!(found instanceof ProjectPath.File file)) {
      throw new UsageException(
          "'" + path.get() + "' is no view", "node:cat writes snippets, --all DIR whole folders");
    }
    Bytes.answer(context, sources, file.file().path().toString(), file.file().entry().node());
  }
}
