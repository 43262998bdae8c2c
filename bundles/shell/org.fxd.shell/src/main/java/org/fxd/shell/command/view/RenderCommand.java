package org.fxd.shell.command.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.command.WriteAll;
import org.fxd.shell.project.Bytes;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.fxd.source.api.Views;
import org.fxd.source.api.view.ProjectViews;
import org.fxd.source.api.view.ProjectViews.Rendered;
import org.fxd.source.api.view.View;
import org.fxd.source.api.view.ViewRenderer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code view:render}: one view's text, or all files. */
@Component(property = Command.NAME + "=view:render")
public final class RenderCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("view:render", "Renders one view, or all files into a folder")
          .description(
              """
              VIEW is one that someone made, or a file, which is written byte for byte. With --markers,
              each snippet stands between comments that say which it is (of a file: the outermost
              ones, in the whole file), so that view:apply knows them however they were edited. With --all,
              every file is written below the folder, which must be empty or not there, unless --force
              is given: then files of the same path are replaced and all else stays.""")
          .optional("VIEW", "a view's name, or a file", Completion.VIEW)
          .flag("--markers", "writes snippets between markers")
          .flag("--plain", "writes snippets without markers")
          .option("-a,--all", "DIR", "writes all files into this folder", Completion.FOLDER)
          .flag("-f,--force", "replaces files in a folder that is not empty")
          .changes()
          .example("view:render README.md", "writes one file to the output")
          .example("view:render src/Hello.java --markers", "writes its snippets with markers")
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
    Optional<String> typed = context.parameter("VIEW");
    Optional<String> all = context.option("--all");
    if (typed.isPresent() == all.isPresent()) {
      throw new UsageException(
          "view:render needs either VIEW or --all DIR", "view:list lists what can be rendered");
    }
    if (context.flag("--markers") && (context.flag("--plain") || all.isPresent())) {
      throw new UsageException("view:render takes --markers neither with --plain nor with --all");
    }
    if (all.isPresent()) {
      WriteAll.run(context, views, all.get(), context.flag("--force"));
      return;
    }
    MeantView meant = MeantView.find(context, sources, typed.get());
    if (meant instanceof MeantView.Named named) {
      View view = renderer(context, named.view());
      write(context, meant.title(), (project, root) -> project.render(root, view));
    } else if (meant instanceof MeantView.OfFile of) {
      if (context.flag("--markers")) {
        FilePath path = of.file().path();
        write(context, meant.title(), (project, root) -> project.renderFile(root, path, true));
      } else {
        SourceFile file = of.file();
        Bytes.answer(context, sources, meant.title(), file.entry().node());
      }
    }
  }

  private static View renderer(CommandContext context, View view) {
    if (context.flag("--markers")) {
      return view.renderer(ViewRenderer.MARKERS);
    }
    return context.flag("--plain") ? view.renderer(ViewRenderer.PLAIN) : view;
  }

  private static void write(
      CommandContext context, String title, BiFunction<ProjectViews, Node, Rendered> renderer)
      throws IOException {
    Rendered rendered =
        renderer.apply(context.service(ProjectViews.class), context.workspace().root());
    if (!context.isJson()) {
      context.bytes().write(rendered.text().getBytes(StandardCharsets.UTF_8));
      return;
    }
    List<String> members = rendered.members().stream().map(NodeId::toString).toList();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", title);
    data.put("members", members);
    data.put("text", rendered.text());
    context.answer(data, printer -> {});
  }
}
