package org.fxd.git.api;

/**
 * How to import.
 *
 * @param ignoreFiles whether ignore files are honoured
 * @param scan whether the snippets of what is new are counted; nothing else depends on it
 */
public record ImportOptions(boolean ignoreFiles, boolean scan) {
  /** Ignore files honoured, new snippets counted. */
  public static final ImportOptions DEFAULT = new ImportOptions(true, true);
}
