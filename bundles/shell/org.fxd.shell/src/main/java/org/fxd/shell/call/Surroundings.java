package org.fxd.shell.call;

import org.fxd.plugin.api.command.Command;

/**
 * What sessions have in common.
 *
 * @param commands every {@link Command} there is
 * @param desk opens and closes projects
 * @param services finds a project's services
 * @param authors says who types
 * @param gogo runs what is not ours to run
 */
public record Surroundings(
    Commands commands, ProjectDesk desk, ProjectServices services, Authors authors, Gogo gogo) {}
