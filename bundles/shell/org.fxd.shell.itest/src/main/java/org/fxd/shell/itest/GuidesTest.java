package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** What a guide has between lines with {@code ```fxd} and {@code ```} runs, in one project. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class GuidesTest {
  @InjectBundleContext BundleContext context;
  @InjectService Shell shell;
  @TempDir Path folder;

  @Test
  void committing() throws IOException {
    run("committing.md");
  }

  @Test
  void history() throws IOException {
    run("history.md");
  }

  @Test
  void asking() throws IOException {
    run("asking.md");
  }

  @Test
  void branches() throws IOException {
    run("branches.md");
  }

  @Test
  void undo() throws IOException {
    run("undo.md");
  }

  @Test
  void merging() throws IOException {
    run("merging.md");
  }

  @Test
  void git() throws IOException {
    run("git.md");
  }

  private void run(String guide) throws IOException {
    List<String> lines = examples(Path.of(context.getProperty("fxd.guides"), guide));
    assertFalse(lines.isEmpty(), guide);
    try (Typist typist = Typist.withProject(shell, folder)) {
      for (String line : lines) {
        assertFalse(typist.ok(line).isEmpty(), line);
      }
    }
  }

  private static List<String> examples(Path guide) throws IOException {
    List<String> examples = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(guide)) {
      if (line.startsWith("```")) {
        inside = line.equals("```fxd");
      } else if (inside) {
        examples.add(line);
      }
    }
    return examples;
  }
}
