package org.fxd.shell.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.Entry;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.workspace.Change;
import org.fxd.graph.api.workspace.Transaction;
import org.fxd.graph.api.workspace.Workspace;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.fxd.shell.project.Bytes;
import org.fxd.shell.project.FileText;
import org.fxd.shell.project.ProjectPath;
import org.fxd.source.api.SourceFile;
import org.fxd.source.api.Sources;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code node:edit}: new text for a snippet or a file. */
@Component(property = Command.NAME + "=node:edit")
public final class EditCommand implements Command {
  private final CommandSpec spec =
      CommandSpec.named("node:edit", "Replaces the text of a snippet or a file")
          .description(
              """
              The new text comes from exactly one of --text, --file and --stdin; at a terminal,
              without any of them, from $VISUAL or $EDITOR. All that is not in the snippet stays byte
              for byte. If the old text ends with a line break and --text does not, one is added.""")
          .parameter("PATH", "FILE#SNIPPET, or a file", Completion.SNIPPET)
          .option("-t,--text", "TEXT", "the new text", Completion.NONE)
          .option("-f,--file", "FILE", "a file that holds the new text", Completion.FILE)
          .flag("--stdin", "reads the new text from the input")
          .changes()
          .example(
              "node:edit 'src/Hello.java#Hello.greet' --text '  String greet() { return \"Hi\"; }'",
              "replaces one method")
          .example("node:edit README.md --file new.txt", "replaces a whole file")
          .build();

  private final Sources sources;

  /** Scans edited files with the given service. */
  @Activate
  public EditCommand(@Reference Sources sources) {
    this.sources = sources;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException, InterruptedException {
    Workspace workspace = context.workspace();
    String typed = context.parameter("PATH").orElseThrow();
    Target target = target(workspace.root(), typed);
    byte[] before = Bytes.of(sources, target.node());
    byte[] after = text(context, target, before);
    Change change =
        workspace.change(
            context.origin(), "edit " + typed, transaction -> edit(transaction, typed, after));
    boolean changed = change.count() > 0;
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("path", target.address());
    data.put("changed", changed);
    data.put("sizeBefore", before.length);
    data.put("sizeAfter", after.length);
    context.answer(
        data,
        printer -> {
          if (!changed) {
            printer.line("nothing differs: " + target.address() + " is as it was");
            return;
          }
          printer.print("edited ").print(Style.NAME, target.address());
          printer.line(": " + Amounts.bytes(before.length) + " -> " + Amounts.bytes(after.length));
          printer.print(Style.FAINT, "fxd:diff shows it; fxd:commit -m TEXT keeps it").line();
        });
  }

  /** A file, or a snippet in it. */
  private record Target(SourceFile file, Optional<Entry> snippet, String address) {
    Node node() {
      return snippet.orElse(file.entry()).node();
    }
  }

  private Target target(Node root, String typed) {
    ProjectPath path = ProjectPath.find(sources, root, typed);
    if (path instanceof ProjectPath.InFile in) {
      return new Target(in.file(), Optional.of(in.snippet().entry()), in.snippet().address());
    }
    if (path instanceof ProjectPath.File file
        && file.file().entry().node().kind().equals(Kind.FILE)) {
      return new Target(file.file(), Optional.empty(), file.file().path().toString());
    }
    throw new UsageException(
        "'" + typed + "' is neither a file nor a snippet", "node:ls lists what is in it");
  }

  private void edit(Transaction transaction, String typed, byte[] text) {
    // Found again: another change may have come since the text was read.
    Target target = target(transaction.base().root(), typed);
    Entry file = target.file().entry();
    Node edited =
        target
            .snippet()
            .map(s -> sources.edit(file.id(), file.name(), file.node(), s.id(), text))
            .orElseGet(
                () ->
                    FileText.reconcile(sources, target.file(), text).nodes().get(0).orElseThrow());
    FileText.put(transaction, target.file(), edited);
  }

  private static byte[] text(CommandContext context, Target target, byte[] before)
      throws IOException, InterruptedException {
    Optional<String> text = context.option("--text");
    Optional<String> file = context.option("--file");
    boolean stdin = context.flag("--stdin");
    long given = List.of(text.isPresent(), file.isPresent(), stdin).stream().filter(b -> b).count();
    if (given > 1 || (given == 0 && !context.isInteractive())) {
      throw new UsageException(
          "node:edit needs exactly one of --text, --file and --stdin",
          "at a terminal, without any of them, it starts $VISUAL or $EDITOR");
    }
    if (text.isPresent()) {
      return ended(text.get(), before);
    }
    if (stdin) {
      return context.input().readAllBytes();
    }
    if (file.isPresent()) {
      Path path = context.path(file.get());
      if (Files.isDirectory(path)) {
        throw new UsageException(path + " is a folder", "--file takes a file with the new text");
      }
      return Files.readAllBytes(path);
    }
    return Editor.ofPerson().edit(before, target.file().path().name().toString());
  }

  private static byte[] ended(String text, byte[] before) {
    String end = endsWith(before, "\r\n") ? "\r\n" : endsWith(before, "\n") ? "\n" : "";
    return (text.endsWith(end) ? text : text + end).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean endsWith(byte[] bytes, String end) {
    byte[] tail = end.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= tail.length
        && Arrays.equals(bytes, bytes.length - tail.length, bytes.length, tail, 0, tail.length);
  }
}
