package org.fxd.history.core.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.fxd.graph.api.Hash;

/** Ed25519 (RFC 8032) as the JDK has it. */
final class Ed25519 {
  static final String NAME = "ed25519";

  private static final String JDK_NAME = "Ed25519";

  private Ed25519() {}

  static KeyPair create() {
    try {
      return KeyPairGenerator.getInstance(JDK_NAME).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** A private key from its PKCS#8 form; empty if it is none. */
  static Optional<PrivateKey> privateKey(byte[] pkcs8) {
    try {
      return Optional.of(
          KeyFactory.getInstance(JDK_NAME).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** A public key from its X.509 form; empty if it is none. */
  static Optional<PublicKey> publicKey(byte[] x509) {
    try {
      return Optional.of(
          KeyFactory.getInstance(JDK_NAME).generatePublic(new X509EncodedKeySpec(x509)));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static String fingerprint(PublicKey key) {
    return Hash.ofContent(key.getEncoded()).toString();
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signing = Signature.getInstance(JDK_NAME);
      signing.initSign(key);
      signing.update(message);
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature verifying = Signature.getInstance(JDK_NAME);
      verifying.initVerify(key);
      verifying.update(message);
      return verifying.verify(signature);
    } catch (SignatureException | InvalidKeyException notItsForm) {
      return false;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("This Java has no Ed25519", e);
  }
}
