package org.fxd.history.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.workspace.Ref;
import org.fxd.history.api.Amendment;
import org.fxd.history.api.Commit;
import org.fxd.history.api.CommitDraft;
import org.fxd.history.api.Header;
import org.fxd.history.api.Selection;
import org.fxd.history.api.signature.Keys;
import org.fxd.history.api.signature.Signature;
import org.fxd.history.api.signature.Signer;
import org.fxd.history.api.signature.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String KEY = "ab".repeat(32);

  /** Signs with a checksum of the message: enough to see what is given to it. */
  private static final class Checksums implements Keys {
    @Override
    public Optional<Signer> signer(String name) {
      return name.equals("ada") ? Optional.of(Checksums::sign) : Optional.empty();
    }

    private static Signature sign(byte[] message) {
      byte[] sum = Integer.toString(Arrays.hashCode(message)).getBytes(UTF_8);
      return new Signature("checksum", KEY, sum);
    }

    @Override
    public Verdict verify(byte[] message, Signature signature) {
      if (!signature.key().equals(KEY)) {
        return Verdict.unknownKey(signature.key());
      }
      return sign(message).equals(signature) ? Verdict.good(KEY, "ada") : Verdict.bad(KEY, "ada");
    }
  }

  private final HistoryFixture project = new HistoryFixture();
  private final Checksums keys = new Checksums();

  @BeforeEach
  void begin() {
    project.keys(keys);
    project.write("a", "1");
  }

  @AfterEach
  void close() {
    project.close();
  }

  private Commit signed() {
    CommitDraft draft =
        CommitDraft.of("first", HistoryFixture.ADA)
            .withHeader(Header.of("ticket", "42"))
            .signedBy(project.signatures().signer("ada"));
    return project.history().commit(draft, Selection.all(), HistoryFixture.TEST);
  }

  /** The commit with one thing otherwise, and the same signature. */
  private Commit forged(Commit commit, String message, List<Header> headers) {
    Commit other =
        new Commit(
            commit.id(),
            commit.root(),
            commit.parents(),
            commit.author(),
            commit.authored(),
            commit.committer(),
            commit.committed(),
            message,
            headers);
    byte[] encoded = CommitCodec.encode(new StoredCommit(other, 1));
    project
        .workspace()
        .change(
            HistoryFixture.TEST,
            "forge",
            transaction -> {
              var id = transaction.attach(encoded);
              transaction.ref("refs/heads/forged", Ref.to(id));
            });
    return CommitCodec.decode(encoded).commit();
  }

  @Test
  void aSignedCommitIsGoodAndItsHeadersStay() {
    Commit commit = signed();
    assertEquals(List.of("ticket", Signature.HEADER), keysOf(commit));
    assertEquals(Verdict.good(KEY, "ada"), project.signatures().verify(commit));
  }

  private static List<String> keysOf(Commit commit) {
    return commit.headers().stream().map(Header::key).toList();
  }

  @Test
  void anyOtherBytesAreBad() {
    Commit commit = signed();
    Commit message = forged(commit, "forged", commit.headers());
    assertEquals(Verdict.bad(KEY, "ada"), project.signatures().verify(message));
    List<Header> headers = new ArrayList<>(commit.headers());
    headers.set(0, Header.of("ticket", "43"));
    Commit header = forged(commit, "first", headers);
    assertEquals(Verdict.bad(KEY, "ada"), project.signatures().verify(header));
    headers.set(1, Header.of(Signature.HEADER, "no signature at all"));
    Commit unreadable = forged(commit, "first", headers);
    assertEquals(Verdict.unreadable(), project.signatures().verify(unreadable));
    String other = new Signature("checksum", "cd".repeat(32), new byte[] {1}).text();
    headers.set(1, Header.of(Signature.HEADER, other));
    Commit unknown = forged(commit, "first", headers);
    assertEquals(Verdict.unknownKey("cd".repeat(32)), project.signatures().verify(unknown));
  }

  @Test
  void withoutASignatureThereIsNothingToSay() {
    Commit commit = project.commit("first");
    assertEquals(Verdict.unsigned(), project.signatures().verify(commit));
    assertThrows(NotFoundException.class, () -> project.signatures().signer("bob"));
  }

  @Test
  void anAmendedCommitIsSignedAnewOrNotAtAll() {
    signed();
    Amendment better = Amendment.by(HistoryFixture.ADA).withMessage("better");
    Commit plain = project.history().amend(better, Selection.none(), HistoryFixture.TEST);
    assertEquals(List.of("ticket"), keysOf(plain));
    Amendment sure = better.signedBy(project.signatures().signer("ada"));
    Commit signed = project.history().amend(sure, Selection.none(), HistoryFixture.TEST);
    assertEquals(Verdict.good(KEY, "ada"), project.signatures().verify(signed));
  }
}
