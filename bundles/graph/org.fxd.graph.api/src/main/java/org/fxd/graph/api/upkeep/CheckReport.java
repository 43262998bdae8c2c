package org.fxd.graph.api.upkeep;

import java.util.List;

/**
 * What a check found.
 *
 * @param objects how many objects were looked at
 * @param commits how many of them are commits
 * @param operations how many are operations
 * @param findings what is, or was, wrong; at most {@link #MOST}, those that matter most first
 * @param found how many findings there are in all
 * @param unrepaired how many of those are still wrong
 * @param notes what is not wrong, but worth knowing, in words; such as what was not looked at
 */
public record CheckReport(
    long objects,
    long commits,
    long operations,
    List<Finding> findings,
    long found,
    long unrepaired,
    List<String> notes) {
  /** How many findings are told one by one. */
  public static final int MOST = 1000;

  public CheckReport {
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /** Whether nothing is wrong, or nothing is wrong any more. */
  public boolean isSound() {
    return unrepaired == 0;
  }
}
