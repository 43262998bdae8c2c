package org.fxd.shell.command.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.Quoting;
import org.fxd.graph.api.error.UsageException;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.FileUpkeep;
import org.fxd.graph.api.upkeep.Finding;
import org.fxd.graph.api.upkeep.SalvageReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:fsck}: looks whether a project is sound. */
@Component(property = Command.NAME + "=fxd:fsck")
public final class FsckCommand implements Command {
  /** A person is shown so many findings; a program all that the report has. */
  private static final int SHOWN = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:fsck", "Checks that all of a project is there and as it was written")
          .description(
              """
              Looks at every object, at what leads to what, at the operation log, the commits and
              the index. Of something that is lost it says which file or snippet it was and which
              commits need it. Ends with 1 if something is left wrong. With FILE it looks at that
              file, also if it cannot be opened any more, or another process has it open.
              --salvage FILE makes a project that can be opened of all that is whole in a damaged
              one; the damaged file stays beside it.""")
          .optional("FILE", "a project file, instead of the open project", Completion.FILE)
          .flag("--repair", "puts right what can be put right without loss")
          .flag("--salvage", "makes a project that can be opened of what is whole in FILE")
          .changes()
          .example("fxd:fsck", "says whether the project is sound")
          .example("fxd:fsck --repair", "also puts right what can be put right without loss")
          .example("fxd:fsck demo.fxd", "looks at a file that need not be open")
          .example("fxd:fsck --json", "tells a program")
          .build();

  private final FileUpkeep files;

  /** Looks at files with the given service. */
  @Activate
  public FsckCommand(@Reference FileUpkeep files) {
    this.files = files;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) throws IOException {
    Optional<Path> file = context.parameter("FILE").map(context::path);
    if (context.flag("--salvage")) {
      if (context.flag("--repair")) {
        throw new UsageException("fxd:fsck takes --repair or --salvage, not both");
      }
      salvage(
          context,
          file.orElseThrow(
              () ->
                  new UsageException(
                      "fxd:fsck takes --salvage only with FILE", "fxd:fsck --salvage FILE")));
    } else {
      check(context, file);
    }
  }

  private void check(CommandContext context, Optional<Path> file) throws IOException {
    boolean repair = context.flag("--repair");
    CheckOptions options = repair ? CheckOptions.REPAIR : CheckOptions.LOOK;
    boolean other = file.isPresent() && !isOpen(context, file.get());
    CheckReport report =
        other
            ? files.check(file.get(), options, context.progress(), context.cancellation())
            : context
                .service(Upkeep.class)
                .check(options, context.progress(), context.cancellation());
    Supplier<History> history =
        other
            ? () -> {
              throw new NotFoundException("The file is not open");
            }
            : () -> context.service(History.class);
    context.answer(data(report), printer -> print(printer, history, report));
    if (!report.isSound()) {
      throw new FxdException(
          Category.FAILED,
          "The project is not sound: "
              + (report.unrepaired() == 1
                  ? "1 thing is wrong."
                  : Amounts.number(report.unrepaired()) + " things are wrong."),
          next(context, report, repair, other ? file : Optional.empty()),
          null);
    }
  }

  /**
   * What one can do about it.
   *
   * @param file what was looked at, if it is not the open project
   */
  private static String next(
      CommandContext context, CheckReport report, boolean repair, Optional<Path> file) {
    boolean salvage =
        report.findings().stream()
            .anyMatch(
                finding ->
                    finding.sort() == Finding.Sort.STRUCTURE && finding.repaired().isEmpty());
    if (salvage) {
      Optional<Path> damaged = file.or(() -> context.workspace().file());
      return (file.isPresent() ? "" : "fxd:close, then ")
          + "fxd:fsck --salvage "
          + damaged.map(path -> Quoting.quote(path)).orElse("FILE")
          + " makes a sound project of all that is whole, and keeps the damaged file beside it.";
    }
    return repair
        ? "Take what is lost from a backup or another copy of the project."
        : "fxd:fsck --repair"
            + file.map(path -> " " + Quoting.quote(path)).orElse("")
            + " puts right what can be put right without loss; a backup has the rest.";
  }

  /** Whether a file is that of the project that commands work on. */
  private static boolean isOpen(CommandContext context, Path file) throws IOException {
    return context.hasWorkspace()
        && Files.exists(file)
        && context.workspace().file().filter(file.toRealPath()::equals).isPresent();
  }

  private void salvage(CommandContext context, Path file) {
    SalvageReport report = files.salvage(file, context.progress(), context.cancellation());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("project", file.toString());
    data.put("damaged", report.damaged().toString());
    data.put("findings", report.findings().stream().map(FindingText::data).toList());
    data.put("notes", report.notes());
    context.answer(
        data,
        printer -> {
          FindingText text =
              new FindingText(
                  printer,
                  () -> {
                    throw new NotFoundException("The file is not open");
                  });
          report.findings().stream().limit(SHOWN).forEach(text::print);
          printer.print("salvaged  ").print(Style.NAME, file.toString()).line();
          printer.print("damaged   ").print(Style.NAME, report.damaged().toString());
          printer.line(", as it was; keep it until you have looked");
          report.notes().forEach(note -> printer.print(Style.FAINT, note).line());
          String next = Quoting.quote(file);
          printer.print(Style.FAINT, "next: fxd:fsck " + next + ", then fxd:open " + next).line();
        });
  }

  private static Map<String, Object> data(CheckReport report) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("sound", report.isSound());
    data.put("objects", report.objects());
    data.put("commits", report.commits());
    data.put("operations", report.operations());
    data.put("found", report.found());
    data.put("unrepaired", report.unrepaired());
    data.put("findings", report.findings().stream().map(FindingText::data).toList());
    data.put("notes", report.notes());
    return data;
  }

  private static void print(Printer printer, Supplier<History> history, CheckReport report) {
    FindingText text = new FindingText(printer, history);
    report.findings().stream().limit(SHOWN).forEach(text::print);
    long more = report.found() - Math.min(SHOWN, report.findings().size());
    if (more > 0) {
      printer.line("and " + Amounts.count(more, "more finding") + "; --json tells them too");
    }
    String content =
        Amounts.count(report.objects(), "object")
            + ", of which "
            + Amounts.count(report.commits(), "commit")
            + " and "
            + Amounts.count(report.operations(), "operation");
    printer.line("checked   " + content);
    if (report.found() == 0) {
      printer.print(Style.GOOD, "sound").line();
    } else {
      String repaired = Amounts.number(report.found() - report.unrepaired());
      printer.line("repaired  " + repaired + " of " + Amounts.count(report.found(), "finding"));
    }
    report.notes().forEach(note -> printer.print(Style.FAINT, note).line());
  }
}
