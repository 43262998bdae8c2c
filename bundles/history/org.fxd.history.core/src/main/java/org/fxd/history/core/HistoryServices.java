package org.fxd.history.core;

import org.fxd.history.api.History;
import org.fxd.history.api.intake.Intakes;
import org.fxd.history.api.ref.Branches;
import org.fxd.history.api.ref.Checkouts;
import org.fxd.history.api.ref.Tags;

/** What there is of one open project's history, for who has no container. */
public record HistoryServices(
    History history, Branches branches, Tags tags, Checkouts checkouts, Intakes intakes) {}
