package org.fxd.source.api.view;

/** The options that the renderers of FXD know. */
public final class ViewOptions {
  /** What stands between two members; two line feeds if not given. {@code \n} is a line feed. */
  public static final String SEPARATOR = "separator";

  /** {@code lf}, the default, or {@code crlf}. */
  public static final String EOL = "eol";

  /**
   * {@code true}: single-line JavaScript and TypeScript imports at the start of bodies are written
   * once, at the top. Taking the text back puts each where it was.
   */
  public static final String HOIST = "hoist";

  /**
   * {@code order} (by the attribute of that name, else as they stand), the default, or {@code
   * group}.
   */
  public static final String SORT = "sort";

  private ViewOptions() {}
}
