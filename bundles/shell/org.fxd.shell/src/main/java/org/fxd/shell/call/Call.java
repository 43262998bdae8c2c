package org.fxd.shell.call;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.task.Progress;
import org.fxd.graph.api.workspace.Origin;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.print.AnswerStream;
import org.fxd.shell.print.Json;
import org.fxd.shell.print.ProgressLine;
import org.fxd.shell.print.TextPrinter;

/** One call of a command, in one session. */
public final class Call implements CommandContext, AutoCloseable {
  private final CommandSpec spec;
  private final Arguments arguments;
  private final Surroundings around;
  private final CurrentProject project;
  private final List<Workspace> others;
  private final ShellIo io;
  private final AnswerStream out;
  private final ProgressLine progress;
  private final Cancellation cancellation;
  private final Deque<Runnable> releases = new ArrayDeque<>();

  /** A call; the surroundings are shared, all else is its own or its session's. */
  public Call(
      CommandSpec spec,
      Arguments arguments,
      Surroundings around,
      CurrentProject project,
      ShellIo io,
      AnswerStream out,
      Cancellation cancellation) {
    this.spec = spec;
    this.arguments = arguments;
    this.around = around;
    this.project = project;
    this.others = around.desk().others();
    this.io = io;
    this.out = out;
    this.progress = new ProgressLine(io.err(), io.terminalErr(), io.width());
    this.cancellation = cancellation;
  }

  @Override
  public Optional<String> parameter(String name) {
    return parameters(name).stream().findFirst();
  }

  @Override
  public List<String> parameters(String name) {
    return arguments.parameters().getOrDefault(name, List.of());
  }

  @Override
  public Optional<String> option(String name) {
    return options(name).stream().findFirst();
  }

  @Override
  public List<String> options(String name) {
    return arguments.options().getOrDefault(name, List.of());
  }

  @Override
  public boolean flag(String name) {
    return arguments.flags().contains(name);
  }

  @Override
  public Path directory() {
    return io.directory();
  }

  @Override
  public Workspace workspace() {
    return project.require();
  }

  @Override
  public Workspace workspaceOrNew() {
    return project.requireOrCreate();
  }

  @Override
  public boolean hasWorkspace() {
    return project.workspace().isPresent();
  }

  @Override
  public void use(Workspace workspace) {
    project.use(workspace, others);
  }

  @Override
  public <T> T service(Class<T> type) {
    return around
        .services()
        .find(type, workspace(), releases::push)
        .orElseThrow(
            () ->
                new FxdException(
                    Category.FAILED,
                    "Nothing offers the project's " + type.getSimpleName(),
                    "plugin:list shows what runs",
                    null));
  }

  @Override
  public void run(Workspace other, List<String> words) throws Exception {
    Command command = around.commands().named(words.get(0));
    Arguments given = new ArgumentParser(command.spec()).parse(words.subList(1, words.size()));
    CurrentProject there = CurrentProject.on(around.desk(), other);
    try (Call call = new Call(command.spec(), given, around, there, io, out, cancellation)) {
      if (given.flags().contains(Arguments.HELP)) {
        HelpPage page = new HelpPage(command.spec());
        call.answer(page.data(), page::print);
      } else {
        command.run(call);
      }
      call.flush();
    } finally {
      there.use(null, List.of());
    }
  }

  @Override
  public Origin origin() {
    return new Origin(around.author().get().toString(), "shell:" + spec.name());
  }

  @Override
  public void answer(Object data, Consumer<Printer> text) {
    progress.close();
    if (isJson()) {
      Json.write(data, out);
    } else {
      text.accept(new TextPrinter(out, io.terminalOut() && io.colours()));
    }
    if (io.terminalOut()) {
      flush();
    }
  }

  @Override
  public OutputStream bytes() {
    progress.close();
    return out;
  }

  @Override
  public boolean isJson() {
    return flag(Arguments.JSON);
  }

  @Override
  public boolean isInteractive() {
    return io.terminalIn() && io.terminalOut();
  }

  @Override
  public InputStream input() {
    // A file stream reads all of itself by its position, which a pipe does not have.
    return new FilterInputStream(io.in()) {};
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public Cancellation cancellation() {
    return cancellation;
  }

  /** Writes what was answered. */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new FxdException("Cannot write the answer: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    progress.close();
    while (!releases.isEmpty()) {
      releases.pop().run();
    }
  }
}
