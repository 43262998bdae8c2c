/**
 * Files of other formats: how they are opened, brought to our own with the first change, and
 * written.
 *
 * <p>A file that its store provider does not read is read whole by a {@link
 * org.fxd.store.api.format.ProjectFormat}, into a store in memory. {@link
 * org.fxd.graph.core.former.MigratingStore} stands before that one; with the first batch that
 * writes more than the index it has a {@link org.fxd.graph.core.former.Migration} put a file of our
 * own in the place of the other, and stands before that from then on. Who reads does not notice.
 */
package org.fxd.graph.core.former;
