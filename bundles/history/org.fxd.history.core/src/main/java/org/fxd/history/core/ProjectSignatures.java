package org.fxd.history.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.history.api.Commit;
import org.fxd.history.api.Header;
import org.fxd.history.api.signature.Keys;
import org.fxd.history.api.signature.Signature;
import org.fxd.history.api.signature.Signatures;
import org.fxd.history.api.signature.Signer;
import org.fxd.history.api.signature.Verdict;

/** Signatures over the encodings of one project's commits. */
final class ProjectSignatures implements Signatures {
  private final Commits commits;
  private final Iterable<Keys> keys;

  ProjectSignatures(Commits commits, Iterable<Keys> keys) {
    this.commits = commits;
    this.keys = keys;
  }

  @Override
  public Signer signer(String name) {
    for (Keys each : keys) {
      Optional<Signer> signer = each.signer(name);
      if (signer.isPresent()) {
        return signer.get();
      }
    }
    throw new NotFoundException(
        "There is no key '" + name + "' to sign with.",
        "fxd:key list shows the keys that there are; fxd:key create makes one.");
  }

  @Override
  public Verdict verify(Commit commit) {
    // From the store, as it is the bytes kept there that were signed or not.
    StoredCommit stored = commits.get(commit.id());
    List<Header> headers = new ArrayList<>(stored.commit().headers());
    Optional<Header> last = takeLast(headers);
    if (last.isEmpty()) {
      return Verdict.unsigned();
    }
    Optional<Signature> signature = Signature.parse(last.get().text());
    if (signature.isEmpty()) {
      return Verdict.unreadable();
    }
    byte[] signed = CommitCodec.encode(stored.withHeaders(headers));
    for (Keys each : keys) {
      Verdict verdict = each.verify(signed, signature.get());
      if (verdict.outcome() != Verdict.Outcome.UNKNOWN_KEY) {
        return verdict;
      }
    }
    return Verdict.unknownKey(signature.get().key());
  }

  private static Optional<Header> takeLast(List<Header> headers) {
    for (int i = headers.size() - 1; i >= 0; i--) {
      if (headers.get(i).key().equals(Signature.HEADER)) {
        return Optional.of(headers.remove(i));
      }
    }
    return Optional.empty();
  }
}
