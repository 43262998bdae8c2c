package org.fxd.shell.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;

/** Explains one command: synopsis, description, arguments, options, examples. */
public record HelpPage(CommandSpec spec) {
  /** How it is called. */
  public String synopsis() {
    StringBuilder text = new StringBuilder(spec.name());
    for (CommandSpec.Option option : spec.options()) {
      text.append(" [").append(last(option.names()));
      text.append(option.value().isEmpty() ? "]" : " " + option.value() + "]");
      text.append(option.repeats() ? "…" : "");
    }
    for (CommandSpec.Parameter parameter : spec.parameters()) {
      String name = parameter.name() + (parameter.repeats() ? "…" : "");
      text.append(' ').append(parameter.required() ? name : "[" + name + "]");
    }
    return text.toString();
  }

  /** Writes it for a person. */
  public void print(Printer printer) {
    printer.print(Style.STRONG, spec.name()).line(": " + spec.summary() + ".");
    printer.line();
    printer.line("  " + synopsis());
    if (!spec.description().isEmpty()) {
      printer.line();
      spec.description().strip().lines().forEach(printer::line);
    }
    List<List<String>> rows = new ArrayList<>();
    for (CommandSpec.Parameter parameter : spec.parameters()) {
      rows.add(List.of("  " + parameter.name(), parameter.description()));
    }
    for (CommandSpec.Option option : spec.options()) {
      rows.add(
          List.of(
              "  "
                  + String.join(", ", option.names())
                  + (option.value().isEmpty() ? "" : " " + option.value()),
              option.description()));
    }
    rows.add(List.of("  --json", "answers in JSON"));
    rows.add(List.of("  -h, --help", "shows this"));
    printer.line().table(List.of(), rows);
    if (!spec.examples().isEmpty()) {
      printer.line().print(Style.STRONG, "Examples").line();
      for (CommandSpec.Example example : spec.examples()) {
        printer.print("  ").print(Style.NAME, example.line()).line();
        printer.print(Style.FAINT, "      " + example.description()).line();
      }
    }
  }

  /** The same as data. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", spec.name());
    data.put("summary", spec.summary());
    data.put("synopsis", synopsis());
    data.put("description", spec.description());
    data.put("changes", spec.effect() == CommandSpec.Effect.CHANGES);
    data.put("parameters", spec.parameters().stream().map(HelpPage::data).toList());
    data.put("options", spec.options().stream().map(HelpPage::data).toList());
    data.put(
        "examples",
        spec.examples().stream()
            .map(e -> Map.of("line", e.line(), "description", e.description()))
            .toList());
    return data;
  }

  private static Map<String, Object> data(CommandSpec.Parameter parameter) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", parameter.name());
    data.put("description", parameter.description());
    data.put("required", parameter.required());
    data.put("repeats", parameter.repeats());
    return data;
  }

  private static Map<String, Object> data(CommandSpec.Option option) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("names", option.names());
    data.put("value", option.value().isEmpty() ? null : option.value());
    data.put("repeats", option.repeats());
    data.put("description", option.description());
    return data;
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }
}
