package org.fxd.graph.api.upkeep;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of salvaging a project.
 *
 * @param damaged where the damaged file is kept
 * @param findings what was damaged, and what was done about it
 * @param notes what is worth knowing, in words; such as where the project goes on from
 */
public record SalvageReport(Path damaged, List<Finding> findings, List<String> notes) {
  public SalvageReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }
}
