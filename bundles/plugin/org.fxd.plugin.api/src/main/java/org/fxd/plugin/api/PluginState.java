package org.fxd.plugin.api;

/** Where a plugin stands in its life. */
public enum PluginState {
  /** Its jar was taken in; it was not started yet. */
  INSTALLED,
  /** It needs something that is not there, and starts when that comes. */
  WAITING,
  /** Nothing is missing; it is not started. */
  RESOLVED,
  /** It is being started. */
  STARTING,
  /** It runs. */
  ACTIVE,
  /** It runs, but a part of it failed, or an update was not taken and the one before runs on. */
  DEGRADED,
  /** It is being stopped. */
  STOPPING,
  /** It was stopped. */
  STOPPED,
  /** It could not be taken in or started. */
  FAILED
}
