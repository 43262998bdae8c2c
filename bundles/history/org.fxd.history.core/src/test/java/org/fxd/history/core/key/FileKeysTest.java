package org.fxd.history.core.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.signature.KnownKey;
import org.fxd.history.api.signature.Signature;
import org.fxd.history.api.signature.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeysTest {
  private static final byte[] MESSAGE = "a commit".getBytes(UTF_8);

  @TempDir Path home;
  private Path folder;
  private FileKeys keys;

  @BeforeEach
  void begin() {
    folder = home.resolve("config/fxd/keys");
    keys = new FileKeys(folder);
  }

  private void permit(String permissions, Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void whatAKeySignedIsGoodAndAllElseIsNot() {
    KnownKey key = keys.create("ada");
    Signature signature = keys.signer("ada").orElseThrow().sign(MESSAGE);
    assertEquals(key.fingerprint(), signature.key());
    assertEquals(Verdict.good(key.fingerprint(), "ada"), keys.verify(MESSAGE, signature));
    for (int i = 0; i < MESSAGE.length; i++) {
      byte[] other = MESSAGE.clone();
      other[i] ^= 1;
      assertEquals(Verdict.bad(key.fingerprint(), "ada"), keys.verify(other, signature));
    }
    byte[] bytes = signature.bytes();
    bytes[3] ^= 1;
    Signature forged = new Signature("ed25519", key.fingerprint(), bytes);
    assertEquals(Verdict.Outcome.BAD, keys.verify(MESSAGE, forged).outcome());
    Signature shorter = new Signature("ed25519", key.fingerprint(), new byte[] {1, 2, 3});
    assertEquals(Verdict.Outcome.BAD, keys.verify(MESSAGE, shorter).outcome());
    Signature foreign = new Signature("rsa", key.fingerprint(), bytes);
    assertEquals(Verdict.Outcome.UNKNOWN_KEY, keys.verify(MESSAGE, foreign).outcome());
  }

  @Test
  void aKeyOfSomeoneElseIsUnknownUntilItIsTrusted() {
    FileKeys others = new FileKeys(home.resolve("other"));
    KnownKey bob = others.create("me");
    Signature signature = others.signer("me").orElseThrow().sign(MESSAGE);
    assertEquals(Verdict.unknownKey(bob.fingerprint()), keys.verify(MESSAGE, signature));
    keys.trust("bob", bob.publicKey());
    assertEquals(Verdict.good(bob.fingerprint(), "bob"), keys.verify(MESSAGE, signature));
    assertEquals(Optional.empty(), keys.signer("bob"));
    keys.create("ada");
    assertEquals(
        List.of("ada OWN", "bob TRUSTED"),
        keys.list().stream().map(key -> key.name() + " " + key.kind()).toList());
  }

  @Test
  void onlyTheUserCanReadAPrivateKey() throws IOException {
    keys.create("ada");
    Path file = folder.resolve("ada.key");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    permit("rw-r-----", file);
    FxdException refusal = assertThrows(FxdException.class, () -> keys.signer("ada"));
    assertTrue(refusal.getMessage().contains("ada.key"), refusal.getMessage());
    assertTrue(refusal.hint().orElseThrow().contains("chmod"));
    permit("rw-------", file);
    assertTrue(keys.signer("ada").isPresent());
  }

  @Test
  void whereOthersCouldPutKeysNoneIsTrusted() throws IOException {
    keys.create("ada");
    Signature signature = keys.signer("ada").orElseThrow().sign(MESSAGE);
    permit("rwxrwxrwx", folder);
    assertThrows(FxdException.class, () -> keys.verify(MESSAGE, signature));
    assertThrows(FxdException.class, () -> keys.create("eve"));
    assertThrows(FxdException.class, keys::list);
  }

  @Test
  void namesAndKeysAreChecked() throws IOException {
    for (String name : List.of("", "../x", "a/b", ".hidden", "-x", "a b", "x".repeat(65))) {
      assertThrows(UsageException.class, () -> keys.create(name), name);
      assertEquals(Optional.empty(), keys.signer(name));
    }
    assertThrows(UsageException.class, () -> keys.trust("bob", "ssh-ed25519 AAAA"));
    KnownKey ada = keys.create("ada");
    assertThrows(FxdException.class, () -> keys.create("ada"));
    assertEquals(List.of(ada), keys.list());
    Files.writeString(folder.resolve("ada.key"), "nothing");
    assertThrows(FxdException.class, () -> keys.signer("ada"));
  }

  @Test
  void aPublicHalfOfAnotherKeyIsFoundBeforeItDoesHarm() throws IOException {
    keys.create("ada");
    keys.create("bob");
    Files.copy(
        folder.resolve("bob.pub"), folder.resolve("ada.pub"), StandardCopyOption.REPLACE_EXISTING);
    var signer = keys.signer("ada").orElseThrow();
    assertThrows(FxdException.class, () -> signer.sign(MESSAGE));
  }

  @Test
  void ofAKeyThatCannotBeKeptNothingIsLeft() throws IOException {
    keys.create("bob");
    Files.move(folder.resolve("bob.key"), folder.resolve("ada.key"));
    assertThrows(FxdException.class, () -> keys.create("ada"));
    assertFalse(Files.exists(folder.resolve("ada.pub")));
    assertThrows(FxdException.class, () -> keys.create("bob"));
    assertFalse(Files.exists(folder.resolve("bob.key")));
  }

  @Test
  void nothingIsThereBeforeTheFirstKey() {
    assertEquals(List.of(), keys.list());
    assertEquals(Optional.empty(), keys.signer("ada"));
  }
}
