package org.fxd.shell.command.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.source.api.Sources;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:apply}: an edited text, taken back. */
@Component(property = Command.NAME + "=view:apply")
public final class ApplyCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:apply", "Takes the edited text of a view back into its snippets")
          .description(
              """
              All of it or nothing, in one step. With markers, each body goes to the snippet that its
              marker names; one that has changed since the text was rendered is a conflict (exit code
              3), unless --force is given. Without, the text is compared with the view as it is, or as
              it was at --from. The text of a file is the whole file, with markers in it or not. The
              answer says what decided which snippet is which.""")
          .parameter("VIEW", "a view's name, or a file", Completion.VIEW)
          .parameter("FILE", "a file that holds the edited text; - for the input", Completion.FILE)
          .flag("-f,--force", "takes bodies even of snippets that have changed since")
          .flag("--no-orphans", "leaves out what no snippet is known for, instead of keeping it")
          .option(
              "--from", "REV", "the commit that the text was rendered from", Completion.REVISION)
          .changes()
          .example("view:apply README.md new.txt", "a whole file")
          .example("view:apply demo demo.txt", "a view")
          .build();

  private final Sources sources;
  private final Markers markers;

  /** Reads with the given services. */
  @Activate
  public ApplyCommand(@Reference Sources sources, @Reference Markers markers) {
    this.sources = sources;
    this.markers = markers;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    MeantView view = MeantView.find(context, sources, context.parameter("VIEW").orElseThrow());
    if (!view.isText()) {
      throw new UsageException("'" + view.title() + "' is no text that could be changed");
    }
    PatchOptions options = new PatchOptions(!context.flag("--no-orphans"), context.flag("--force"));
    Optional<Node> rendered =
        context.option("--from").map(from -> context.service(History.class).root(from));
    if (rendered.isPresent() && view instanceof MeantView.OfFile) {
      throw new UsageException(
          "--from is for views that someone made; the text of a file is taken as the whole file");
    }
    String text = text(context, context.parameter("FILE").orElseThrow());
    new Apply(context, markers, options).run(view, rendered, text);
  }

  private static String text(CommandContext context, String typed) throws IOException {
    byte[] bytes;
    if (typed.equals("-")) {
      bytes = context.input().readAllBytes();
    } else {
      Path path = context.path(typed);
      if (Files.isDirectory(path)) {
        throw new UsageException(path + " is a folder", "FILE is one with the edited text");
      }
      bytes = Files.readAllBytes(path);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(
          "The text is not UTF-8", "node:edit --file takes any bytes as a file", e);
    }
  }
}
