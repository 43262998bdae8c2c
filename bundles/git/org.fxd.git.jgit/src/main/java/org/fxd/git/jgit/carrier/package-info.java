/**
 * What Git cannot say of commits that were made in FXD: their encoding, and the nodes that are new
 * in them, without the files' text. It stands in the reference {@code refs/fxd/commits}, by the ids
 * of Git's commits.
 *
 * <p>{@link org.fxd.git.jgit.carrier.CarrierWriter} writes it with an export; {@link
 * org.fxd.git.jgit.carrier.FxdCarrier} reads it, and believes nothing: what does not have the
 * hashes that it says, or would not be exported as the commit that it stands beside, is as good as
 * not there. {@code docs/format/git.md} has it to the byte.
 */
package org.fxd.git.jgit.carrier;
