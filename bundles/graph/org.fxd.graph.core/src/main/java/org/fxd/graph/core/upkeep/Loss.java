package org.fxd.graph.core.upkeep;

import java.util.Optional;

/**
 * An object that is needed and cannot be had.
 *
 * @param object its number
 * @param reason what is wrong with what is there; empty if nothing is
 */
record Loss(int object, Optional<String> reason) {}
