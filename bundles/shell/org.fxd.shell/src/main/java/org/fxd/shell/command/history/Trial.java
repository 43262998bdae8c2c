package org.fxd.shell.command.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.fxd.graph.api.task.Progress;
import org.fxd.history.api.Commit;
import org.fxd.history.api.History;
import org.fxd.history.api.ask.Bisect.Answer;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.source.api.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries the files of a commit: writes them into a folder that is gone afterwards. */
@Component(service = Trial.class)
public final class Trial {
  private static final int CANNOT_BE_TRIED = 125;
  private static final long LOOK_MILLIS = 50;

  private final Views views;

  /** Writes with the given service. */
  @Activate
  public Trial(@Reference Views views) {
    this.views = views;
  }

  /** Runs a line of the system's shell on the files of a commit. */
  Answer of(CommandContext context, Commit commit, String line)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fxd-bisect");
    try {
      Path files = folder.resolve("files");
      views.writeAll(
          context.service(History.class).root(commit),
          files,
          Views.Existing.REFUSE,
          Progress.NONE,
          context.cancellation());
      return answer(run(context, line, files));
    } finally {
      delete(folder);
    }
  }

  /** What the line writes is left out, so that the answers can be read. */
  private static int run(CommandContext context, String line, Path folder)
      throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Process process =
        (windows
                ? new ProcessBuilder("cmd", "/c", line)
                : new ProcessBuilder("/bin/sh", "-c", line))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (OutputStream nothing = process.getOutputStream()) {
      nothing.close();
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        context.cancellation().check();
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Answer answer(int code) {
    return code == 0 ? Answer.GOOD : code == CANNOT_BE_TRIED ? Answer.SKIPPED : Answer.BAD;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path left, IOException failure)
              throws IOException {
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
