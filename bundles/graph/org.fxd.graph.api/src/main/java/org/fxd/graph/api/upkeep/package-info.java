/**
 * Keeping a project sound and small.
 *
 * <p>{@link org.fxd.graph.api.upkeep.Upkeep} is a service of each open project. It {@linkplain
 * org.fxd.graph.api.upkeep.Upkeep#check checks} that all that the project is made of is there and
 * as it was written, and says of what is not where it was of use; and it {@linkplain
 * org.fxd.graph.api.upkeep.Upkeep#collect collects}: removes what no commit, no state and no recent
 * operation leads to any more, and stores the rest compactly. Both may take a while, and both go on
 * while others work in the project. {@link org.fxd.graph.api.upkeep.FileUpkeep} looks at files that
 * are not open, and salvages those that cannot be opened.
 */
@Export
@Version("1.0.0")
package org.fxd.graph.api.upkeep;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
