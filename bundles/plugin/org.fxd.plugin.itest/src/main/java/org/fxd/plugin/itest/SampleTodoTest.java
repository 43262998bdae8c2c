package org.fxd.plugin.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Hash;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Name;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.NodeId;
import org.fxd.graph.api.Place;
import org.fxd.graph.api.task.Cancellation;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Observer;
import org.fxd.graph.api.workspace.State;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.Plugin;
import org.fxd.plugin.api.PluginState;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.source.api.FileChange;
import org.fxd.source.api.FilePath;
import org.fxd.source.api.Snippet;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** The sample plugin, installed, used and removed live. */
class SampleTodoTest {
  private static final String JAR = "todo.jar";

  private final BundleContext context =
      FrameworkUtil.getBundle(SampleTodoTest.class).getBundleContext();
  private final IdentityHashMap<Node, String> texts = new IdentityHashMap<>();
  private Folder folder;
  private ServiceRegistration<Sources> sources;

  @BeforeEach
  void open() throws Exception {
    folder = new Folder();
  }

  @AfterEach
  void close() throws Exception {
    if (sources != null) {
      sources.unregister();
    }
    folder.close();
  }

  @Test
  void itWaitsForTheServiceItNeedsAndSaysSo() throws Exception {
    dropSample();
    Plugin waiting = folder.await(JAR, PluginState.WAITING);
    assertEquals("org.fxd.sample.todo", waiting.name());
    assertTrue(
        waiting.reason().orElseThrow().contains("a service org.fxd.source.api.Sources"),
        waiting.reason().orElseThrow());
    register();
    Plugin active = folder.await(JAR, PluginState.ACTIVE);
    assertEquals(List.of("Command", "Counter", "Observer"), active.services());
  }

  @Test
  void itListsCountsAndGoesWithoutTrace() throws Exception {
    register();
    dropSample();
    folder.await(JAR, PluginState.ACTIVE);
    assertEquals(
        List.of(
            Map.of("at", "src/Cake.java#Cake.bake", "line", 3, "word", "TODO", "text", "preheat"),
            Map.of("at", "src/Cake.java", "line", 5, "word", "FIXME", "text", "no sugar")),
        run("todo:list", Optional.empty()));
    assertEquals(1, ((List<?>) run("todo:list", Optional.of("fixme"))).size());
    assertEquals(Map.of("added", 0, "removed", 0), run("todo:stats", Optional.empty()));
    State state = Stub.of(State.class).on("root", (Object) null).make();
    service(Observer.class, null).changed(workspace(), new Change(state, state, null, 1));
    assertEquals(Map.of("added", 1, "removed", 2), run("todo:stats", Optional.empty()));
    folder.delete(JAR);
    folder.awaitGone(JAR);
    assertTrue(context.getServiceReferences(Command.class, "(fxd.command=todo:*)").isEmpty());
  }

  private void dropSample() throws Exception {
    Files.copy(Path.of(context.getProperty("fxd.sample.todo")), folder.path(JAR));
  }

  private Object run(String command, Optional<String> word) throws Exception {
    List<Object> answers = new ArrayList<>();
    CommandContext call =
        Stub.of(CommandContext.class)
            .on("parameter", word)
            .on("workspace", workspace())
            .on("cancellation", Cancellation.none())
            .on(
                "answer",
                arguments -> {
                  answers.add(arguments[0]);
                  return null;
                })
            .make();
    service(Command.class, "(fxd.command=" + command + ")").run(call);
    assertEquals(1, answers.size());
    return answers.get(0);
  }

  private <T> T service(Class<T> type, String filter) throws Exception {
    ServiceReference<T> reference =
        context.getServiceReferences(type, filter).stream().findFirst().orElseThrow();
    return context.getService(reference);
  }

  private static Workspace workspace() {
    return Stub.of(Workspace.class).on("root", (Object) null).on("project", "memory:1").make();
  }

  /** A project with one file of one class with one method, and a change of it. */
  private void register() {
    SourceFile cake =
        file(
            """
            class Cake {
              void bake() {
                // TODO preheat
              }
            // FIXME: no sugar
            }
            """);
    SourceFile better = file("class Cake {\n  // XXX burnt\n}\n");
    Snippet bake =
        new Snippet(cake.path(), cake.entry(), "Cake.bake", 1, "method", "java", 1, 2, 4);
    Stub<Sources> stub =
        Stub.of(Sources.class)
            .on("files", List.of(cake))
            .on("snippets", List.of(bake))
            .on("render", arguments -> text((Node) arguments[0]))
            .on(
                "diff",
                arguments -> {
                  @SuppressWarnings("unchecked") // As the method's signature says.
                  Predicate<FileChange> visitor = (Predicate<FileChange>) arguments[2];
                  return visitor.test(
                      new FileChange(
                          FileChange.Kind.CHANGED,
                          Optional.of(cake),
                          Optional.of(better),
                          List.of()));
                });
    sources = context.registerService(Sources.class, stub.make(), null);
  }

  private SourceFile file(String text) {
    Node node = Stub.of(Node.class).on("kind", Kind.FILE).make();
    texts.put(node, text);
    return new SourceFile(
        new FilePath(List.of(Name.of("src"), Name.of("Cake.java"))),
        new Entry(
            NodeId.derived(Hash.ofContent(new byte[1])), Name.of("Cake.java"), Place.NONE, node));
  }

  private byte[] text(Node node) {
    return texts.get(node).getBytes(StandardCharsets.UTF_8);
  }
}
