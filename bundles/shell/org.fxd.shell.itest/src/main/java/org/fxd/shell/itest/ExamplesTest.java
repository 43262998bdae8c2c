package org.fxd.shell.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.fxd.plugin.api.PluginHost;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.shell.api.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Every example of every command's help runs, as text and as JSON, in a project made for them. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class ExamplesTest {
  private static final String PLUGIN = "org.fxd.sample.todo";

  @InjectBundleContext BundleContext context;
  @InjectService Shell shell;
  @InjectService PluginHost plugins;

  @InjectService(cardinality = 20)
  ServiceAware<Command> commands;

  @TempDir Path folder;
  private int number;

  @BeforeEach
  void dropAPlugin() throws Exception {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Bundle-ManifestVersion", "2");
    main.putValue("Bundle-SymbolicName", PLUGIN);
    main.putValue("Bundle-Version", "1.0.0");
    try (OutputStream out = Files.newOutputStream(plugins.folder().resolve(PLUGIN + ".jar"))) {
      new JarOutputStream(out, manifest).close();
    }
    assertTrue(plugins.rescan(Duration.ofSeconds(30)));
  }

  @AfterEach
  void removeThePlugin() throws Exception {
    Files.delete(plugins.folder().resolve(PLUGIN + ".jar"));
    assertTrue(plugins.rescan(Duration.ofSeconds(30)));
  }

  /** That of fxd:gc and fxd:fsck was one line of 250 characters. */
  @Test
  void everyDescriptionIsBrokenIntoLines() {
    for (Command command : commands.getServices()) {
      CommandSpec spec = command.spec();
      for (String line : spec.description().lines().toList()) {
        assertTrue(line.length() <= 100, () -> spec.name() + ": " + line);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Command command : commands.getServices()) {
      CommandSpec spec = command.spec();
      assertFalse(spec.examples().isEmpty(), spec.name() + " has no example");
      for (CommandSpec.Example example : spec.examples()) {
        tests.add(dynamicTest(example.line(), () -> run(example.line(), false)));
        tests.add(dynamicTest(example.line() + " --json", () -> run(example.line(), true)));
      }
    }
    return tests.stream();
  }

  private void run(String line, boolean json) throws IOException {
    Path place = Files.createDirectory(folder.resolve("place" + number++));
    Trees.write(place.resolve("tree"));
    Files.writeString(place.resolve("new.txt"), "# New\n");
    GitRepositories.write(place.resolve("repo.git"));
    GitRepositories.write(place.resolve("work/.git"));
    try (Typist typist = new Typist(shell, place)) {
      typist.ok("fxd:init demo.fxd");
      typist.ok("git:import tree");
      typist.ok("fxd:commit -m first");
      typist.ok("node:edit bom.txt --text second");
      typist.ok("fxd:commit -m second");
      typist.ok("node:edit 'src/Hello.java#Hello.greet' --text '  int greet() { return 1; }'");
      if (line.startsWith("fxd:resolve")) {
        typist.ok("fxd:branch side --at @-");
        typist.ok("fxd:checkout side");
        typist.ok("node:edit bom.txt --text third");
        typist.ok("fxd:commit -m third");
        typist.fails(1, "fxd:merge main");
      } else if (line.contains("side")) {
        typist.ok("fxd:branch side --at @-");
        typist.ok("fxd:checkout side");
        typist.ok("node:edit README.md --text third");
        typist.ok("fxd:commit -m third");
        typist.ok("fxd:checkout main");
      }
      if (line.contains("demo")) {
        typist.ok("group:create demo --include .method --add bom.txt --add README.md");
        typist.ok("group:create other --include .class");
        typist.ok("view:create demo --select .method");
        Files.writeString(
            place.resolve("demo.txt"),
            typist.ok("view:render demo").replace("return", "return 2 -"));
      }
      typist.ok("fxd:branch old-idea");
      typist.ok("fxd:tag v0.9 -m nearly");
      if (line.startsWith("fxd:key")) {
        prepareKeys(place);
      }
      if (line.equals("fxd:redo")) {
        typist.ok("fxd:undo");
      }
      String answer = typist.ok(json && !line.contains("--json") ? withJson(line) : line);
      assertFalse(answer.isEmpty(), line);
      if (json) {
        parse(answer);
      }
    }
  }

  /** Keys are the user's and not a project's, so those of the examples are there from earlier. */
  private void prepareKeys(Path place) throws IOException {
    Path keys = Path.of(context.getProperty("fxd.keys"));
    for (String file : List.of("ada.key", "ada.pub", "trusted/bob.pub")) {
      Files.deleteIfExists(keys.resolve(file));
    }
    Files.writeString(
        place.resolve("bob.pub"),
        """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
        -----END PUBLIC KEY-----
        """);
  }

  /** What stands behind {@code --} is no option. */
  private static String withJson(String line) {
    int values = line.indexOf(" -- ");
    return values < 0
        ? line + " --json"
        : line.substring(0, values) + " --json" + line.substring(values);
  }

  private static void parse(String answer) throws IOException {
    for (String document : answer.lines().toList()) {
      try (JsonParser parser = new JsonFactory().createParser(document)) {
        int depth = 0;
        JsonToken token = parser.nextToken();
        assertTrue(token.isStructStart(), document);
        while (token != null) {
          depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
          token = parser.nextToken();
        }
        assertEquals(0, depth);
      }
    }
  }
}
