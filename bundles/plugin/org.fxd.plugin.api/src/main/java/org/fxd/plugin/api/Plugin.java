package org.fxd.plugin.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One jar of the plugins folder, as it is now. Immutable.
 *
 * @param jar the jar's file name in the plugins folder
 * @param name the bundle's symbolic name; the file name if the jar cannot be read
 * @param version the bundle's version; empty if the jar cannot be read
 * @param state where it stands
 * @param reason why it is not simply {@link PluginState#ACTIVE}, in one to four lines: who wants
 *     what, what there is, and what would mend it; empty if it is active
 * @param sha256 the jar's content, 64 hexadecimal digits; empty if it cannot be read
 * @param generation 1 for the first content under this jar's name since the host started, 2 after
 *     the first update, …
 * @param since since when it has been in this state
 * @param services the interfaces of the services it brings, by short name
 */
public record Plugin(
    String jar,
    String name,
    String version,
    PluginState state,
    Optional<String> reason,
    String sha256,
    int generation,
    Instant since,
    List<String> services) {
  public Plugin {
    services = List.copyOf(services);
  }
}
