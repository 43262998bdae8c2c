package org.fxd.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;

/**
 * The person's own editor.
 *
 * @param command as in {@code $VISUAL}: a command line of the system's shell
 */
public record Editor(String command) {
  /** The one that the environment names. */
  public static Editor ofPerson() {
    return new Editor(
        Optional.ofNullable(System.getenv("VISUAL"))
            .filter(text -> !text.isBlank())
            .or(() -> Optional.ofNullable(System.getenv("EDITOR")))
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new UsageException(
                        "Neither $VISUAL nor $EDITOR names an editor",
                        "set one of them, or use --text, --file or --stdin")));
  }

  /** Lets the person edit some bytes, under a name that tells the editor their language. */
  public byte[] edit(byte[] before, String name) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("fxd-edit");
    Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_"));
    try {
      Files.write(file, before);
      boolean windows = System.getProperty("os.name", "").startsWith("Windows");
      Process process =
          (windows
                  ? new ProcessBuilder("cmd", "/c", command + " \"" + file + "\"")
                  : new ProcessBuilder(
                      "/bin/sh", "-c", command + " \"$1\"", "fxd", file.toString()))
              .inheritIO()
              .start();
      int code = process.waitFor();
      if (code != 0) {
        throw new FxdException(
            Category.FAILED,
            "The editor ended with exit code " + code + "; nothing was changed",
            "check $VISUAL or $EDITOR: " + command,
            null);
      }
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }
}
