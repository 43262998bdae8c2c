/**
 * What every test of FXD may lean on: properties that are checked with generated input, generators
 * of trees and edits, and a store that fails when told to.
 *
 * <p>A {@link org.fxd.testkit.Property} runs a test many times, each time with other {@link
 * org.fxd.testkit.Choices}; a generator is any code that draws from them. When a run fails, the
 * runner looks for fewer and smaller choices that fail too, and reports those. The kit depends on
 * APIs alone and takes what implements them from the test that uses it; in memory and without a
 * container, a test of another bundle opens a project with {@code OpenProjects.over(new
 * MemoryStores())}.
 */
@Export
@Version("1.0.0")
package org.fxd.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
