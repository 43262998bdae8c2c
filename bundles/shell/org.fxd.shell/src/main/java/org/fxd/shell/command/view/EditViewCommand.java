package org.fxd.shell.command.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.command.Editor;
import org.fxd.source.api.marker.Markers;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.ProjectViews.PatchOptions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:edit}: a view in an editor, and back. */
@Component(property = Command.NAME + "=view:edit")
public final class EditViewCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:edit", "Edits a view in $VISUAL or $EDITOR")
          .description("What is saved goes back to the snippets, as view:apply does it.")
          .parameter("NAME", "a view that someone made; node:edit is for files", Completion.VIEW)
          .changes()
          .example("view:edit --help", "explains it; it needs a terminal")
          .build();

  private final Markers markers;

  /** Reads markers with the given service. */
  @Activate
  public EditViewCommand(@Reference Markers markers) {
    this.markers = markers;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException, InterruptedException {
    MeantView.Named meant = MeantView.named(context, context.parameter("NAME").orElseThrow());
    if (!context.isInteractive()) {
      throw new UsageException(
          "view:edit needs a terminal", "view:render writes a view, view:apply takes it back");
    }
    Node root = context.workspace().root();
    String before = context.service(ProjectViews.class).render(root, meant.view()).text();
    byte[] after = Editor.ofPerson().edit(before.getBytes(StandardCharsets.UTF_8), meant.title());
    try {
      new Apply(context, markers, PatchOptions.USUAL)
          .run(meant, Optional.of(root), new String(after, StandardCharsets.UTF_8));
    } catch (FxdException e) {
      Path kept = Files.write(Files.createTempFile("fxd-view-", ".txt"), after);
      String hint = e.hint().map(h -> h + "\n").orElse("") + "what you wrote is in " + kept;
      throw new FxdException(e.category(), e.getMessage(), hint, e);
    }
  }
}
