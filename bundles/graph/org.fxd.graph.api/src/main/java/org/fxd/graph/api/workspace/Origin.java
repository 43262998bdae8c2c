package org.fxd.graph.api.workspace;

/**
 * Who makes a change, and through what. Written into the operation log.
 *
 * @param principal the person or machine, such as {@code Ada Lovelace <ada@example.org>}
 * @param source the command, plugin or peer, such as {@code shell:git:import}
 */
public record Origin(String principal, String source) {}
