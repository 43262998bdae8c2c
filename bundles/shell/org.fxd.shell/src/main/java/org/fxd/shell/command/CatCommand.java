package org.fxd.shell.command;

import java.io.IOException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.project.Bytes;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:cat}: the bytes of a file or a snippet. */
@Component(property = Command.NAME + "=node:cat")
public final class CatCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:cat", "Writes the bytes of a file or a snippet as they are")
          .description(
              """
              A snippet is named FILE#NAME, with the names from the outermost to it (Outer.inner), or
              its last name alone if that is enough, or the first six or more digits of its id; ~2
              behind the name is the second of that name. With --json, what is not UTF-8 is base64.""")
          .parameter("PATH", "a file, or FILE#SNIPPET", Completion.SNIPPET)
          .example("node:cat README.md", "writes a file")
          .example("node:cat 'src/Hello.java#Hello.greet'", "writes one method")
          .build();

  private final Sources sources;

  /** Reads files with the given service. */
  @Activate
  public CatCommand(@Reference Sources sources) {
    this.sources = sources;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    String typed = context.parameter("PATH").orElseThrow();
    ProjectPath path = ProjectPath.find(sources, context.workspace().root(), typed);
    if (path instanceof ProjectPath.File file) {
      Bytes.answer(context, sources, file.file().path().toString(), file.file().entry().node());
    } else if (path instanceof ProjectPath.InFile in) {
      Bytes.answer(context, sources, in.snippet().address(), in.snippet().entry().node());
    } else {
      throw new UsageException("'" + typed + "' is a folder", "node:ls lists what is in it");
    }
  }
}
