package org.fxd.plugin.api.command;

import org.fxd.graph.api.error.FxdException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One command. A whiteboard service: register one and the shell has it at once. Of two with one
 * name, the one with the higher service ranking counts. May be called by several threads at once.
 */
@ConsumerType
public interface Command {
  /**
   * Service property, not required: the name in {@link #spec()}. With it, the shell need not make
   * the command before someone calls it or asks for help.
   */
  String NAME = "fxd.command";

  /** What it is called and takes. Always the same. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @throws FxdException for every expected failure; the shell shows message and hint and ends with
   *     its exit code
   * @throws Exception for unexpected ones; the shell says so and logs it
   */
  void run(CommandContext context) throws Exception;
}
