package org.fxd.shell.remote;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.fxd.graph.api.error.ConflictException;
import org.fxd.graph.api.workspace.Projects;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.shell.Fakes;
import org.fxd.shell.api.Session;
import org.fxd.shell.api.ShellIo;
import org.fxd.shell.api.remote.Caller;
import org.fxd.shell.call.Commands;

/** Sessions with commands that need no project. */
final class RemoteCommands implements Sessions {
  private final List<ShellIo> opened = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch longEnded = new CountDownLatch(1);
  private volatile Runnable whenLongRuns = () -> {};

  private final Commands commands =
      Fakes.commands(
          Fakes.command(
              CommandSpec.named("t:echo", "Echoes").repeated("WORD", "a", Completion.NONE).build(),
              context ->
                  context.answer(
                      context.parameters("WORD"),
                      printer -> printer.line(String.join(" ", context.parameters("WORD"))))),
          Fakes.command(
              CommandSpec.named("t:conflict", "Fails").build(),
              context -> {
                throw new ConflictException("two", "resolve");
              }),
          Fakes.command(
              CommandSpec.named("t:input", "Reads").build(),
              context -> context.input().transferTo(context.bytes())),
          Fakes.command(
              CommandSpec.named("t:where", "Tells").build(),
              context ->
                  context.answer(
                      null,
                      printer ->
                          printer.line(
                              "interactive="
                                  + context.isInteractive()
                                  + " directory="
                                  + context.directory()))),
          Fakes.command(
              CommandSpec.named("t:long", "Works on").build(),
              context -> {
                whenLongRuns.run();
                try {
                  while (true) {
                    context.cancellation().check();
                    Thread.sleep(1);
                  }
                } finally {
                  longEnded.countDown();
                }
              }));

  /** An open project of that file, which can do nothing. */
  Workspace workspace(Path file) {
    return (Workspace)
        Proxy.newProxyInstance(
            RemoteCommands.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "file" -> Optional.of(file);
                  case "project", "toString" -> file.toString();
                  case "isReadOnly" -> false;
                  case "notices" -> List.of();
                  case "equals" -> proxy == arguments[0];
                  case "hashCode" -> System.identityHashCode(proxy);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** One project, which is open and is somebody else's. */
  private static Projects projects(Workspace workspace) {
    return (Projects)
        Proxy.newProxyInstance(
            RemoteCommands.class.getClassLoader(),
            new Class<?>[] {Projects.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "all" -> List.of(workspace);
                  case "open" -> workspace;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** What the sessions that were opened read and write. */
  List<ShellIo> opened() {
    return opened;
  }

  /** Is run when the command begins that does not end. */
  void whenLongRuns(Runnable action) {
    whenLongRuns = action;
  }

  /** Waits until the command that does not end was stopped. */
  void awaitLongEnded() throws InterruptedException {
    longEnded.await();
  }

  @Override
  public Session open(ShellIo io, Caller caller) {
    opened.add(io);
    return Fakes.session(io, commands, projects(workspace(caller.project())));
  }
}
