package org.fxd.git.jgit.object;

import java.util.Optional;
import org.fxd.git.api.history.GitId;

/**
 * What an annotated tag of Git says. Immutable.
 *
 * @param object what it leads to
 * @param type of which type that is, such as {@code commit}
 * @param name what it calls itself, if it does
 * @param ident who made it and when
 * @param message what for, without the line feed at its end
 */
public record GitTag(
    GitId object, String type, Optional<String> name, GitIdent ident, String message) {}
