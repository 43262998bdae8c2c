package org.fxd.shell.command.history;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.history.api.signature.Verdict;
import org.fxd.plugin.api.command.Printer;
import org.fxd.plugin.api.command.Printer.Style;

/** What a signature is worth, as data and as text. */
public record SignatureText(Verdict verdict) {
  private static final int BRIEF = 10;

  /** For a program. */
  public Map<String, Object> data() {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("signature", verdict.outcome().name());
    data.put("key", verdict.key().orElse(null));
    data.put("signer", verdict.signer().orElse(null));
    return data;
  }

  /** On one line. */
  public void line(Printer printer) {
    String key = verdict.key().map(text -> text.substring(0, BRIEF)).orElse("");
    String signer = verdict.signer().orElse("");
    printer.print("signature ");
    switch (verdict.outcome()) {
      case GOOD -> printer.print(Style.GOOD, "good").line(", by " + signer + " (" + key + ")");
      case BAD ->
          printer
              .print(Style.BAD, "bad")
              .line(
                  signer.isEmpty()
                      ? ": it cannot be read"
                      : ": not what " + signer + " (" + key + ") signed");
      case UNKNOWN_KEY ->
          printer
              .print(Style.WARN, "unknown")
              .line(": nobody here knows the key " + key + "; fxd:key trust takes one in");
      case UNSIGNED -> printer.line("none");
    }
  }
}
