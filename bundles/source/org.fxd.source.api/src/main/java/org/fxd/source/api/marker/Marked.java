package org.fxd.source.api.marker;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A snippet as it is written between markers.
 *
 * @param id its marker id; not empty
 * @param lang its language; empty for none
 * @param file its file; empty for none
 * @param checksum of the body as it was rendered; empty for none
 * @param order its place; empty for none
 * @param version its version; 1 if it was never given another
 * @param body its text, lines separated by LF, without the line break before the end marker
 */
public record Marked(
    String id,
    String lang,
    String file,
    String checksum,
    Optional<BigDecimal> order,
    long version,
    String body) {}
