package org.fxd.plugin.api;

/**
 * The Event Admin topic of plugins' states and its properties, all strings. Sent asynchronously.
 */
public final class PluginTopics {
  /** A plugin's state changed, or it was removed. */
  public static final String STATE = "org/fxd/plugin/STATE";

  /** The jar's file name. */
  public static final String JAR = "jar";

  /** The bundle's symbolic name. */
  public static final String NAME = "name";

  /** The bundle's version. */
  public static final String VERSION = "version";

  /** The {@link PluginState} now; {@code REMOVED} if the jar is gone. */
  public static final String NOW = "state";

  /** Why, if there is a reason. */
  public static final String REASON = "reason";

  private PluginTopics() {}
}
