package org.fxd.shell.command.upkeep;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.upkeep.CheckOptions;
import org.fxd.graph.api.upkeep.CheckReport;
import org.fxd.graph.api.upkeep.Upkeep;
import org.fxd.history.api.History;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;
import org.fxd.shell.print.Amounts;
import org.osgi.service.component.annotations.Component;

/** {@code fxd:fsck}: looks whether the project is sound. */
@Component(property = Command.NAME + "=fxd:fsck")
public final class FsckCommand implements Command {
  /** A person is shown so many findings; a program all that the report has. */
  private static final int SHOWN = 50;

  private final CommandSpec spec =
      CommandSpec.named("fxd:fsck", "Checks that all of the project is there and as it was written")
          .description(
              """
              Looks at every object, at what leads to what, at the operation log, the commits and \
              the index. Of something that is lost it says which file or snippet it was and which \
              commits need it. Ends with 1 if something is left wrong.""")
          .flag("--repair", "puts right what can be put right without loss")
          .changes()
          .example("fxd:fsck", "says whether the project is sound")
          .example("fxd:fsck --repair", "also puts right what can be put right without loss")
          .example("fxd:fsck --json", "tells a program")
          .build();

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    boolean repair = context.flag("--repair");
    CheckReport report =
        context
            .service(Upkeep.class)
            .check(
                repair ? CheckOptions.REPAIR : CheckOptions.LOOK,
                context.progress(),
                context.cancellation());
    context.answer(data(report), printer -> print(printer, context, report));
    if (!report.isSound()) {
      throw new FxdException(
          Category.FAILED,
          "The project is not sound: "
              + (report.unrepaired() == 1
                  ? "1 thing is wrong."
                  : Amounts.number(report.unrepaired()) + " things are wrong."),
          repair
              ? "Take what is lost from a backup or another copy of the project."
              : "fxd:fsck --repair puts right what can be put right without loss; a backup has the"
                  + " rest.",
          null);
    }
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

  private static void print(Printer printer, CommandContext context, CheckReport report) {
    FindingText text = new FindingText(printer, () -> context.service(History.class));
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
