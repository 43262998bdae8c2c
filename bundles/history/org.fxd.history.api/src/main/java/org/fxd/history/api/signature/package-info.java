/**
 * Signatures of commits: who vouches for one, and whether its bytes are still those that were
 * signed.
 *
 * <p>A signature is a header of the commit, named {@link
 * org.fxd.history.api.signature.Signature#HEADER}, over the commit's encoding without that header;
 * so what was signed is what the commit's id is made of. {@link
 * org.fxd.history.api.signature.Signatures} is a service, one per open project, and tells what a
 * commit's signature is worth. It asks {@link org.fxd.history.api.signature.Keys}, which knows the
 * keys to sign with and the keys to trust; whoever keeps keys elsewhere than in files (an agent, a
 * token, a company's directory) registers one.
 */
@Export
@Version("1.0.0")
package org.fxd.history.api.signature;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
