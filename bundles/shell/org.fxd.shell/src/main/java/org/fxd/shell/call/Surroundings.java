package org.fxd.shell.call;

import java.util.function.Supplier;
import org.fxd.history.api.Person;
import org.fxd.plugin.api.command.Command;

/**
 * What sessions have in common.
 *
 * @param commands every {@link Command} there is
 * @param desk opens and closes projects
 * @param services finds a project's services
 * @param author says who types, each time anew
 * @param gogo runs what is not ours to run
 */
public record Surroundings(
    Commands commands,
    ProjectDesk desk,
    ProjectServices services,
    Supplier<Person> author,
    Gogo gogo) {
  /** The same for another author. */
  public Surroundings by(Supplier<Person> other) {
    return new Surroundings(commands, desk, services, other, gogo);
  }
}
