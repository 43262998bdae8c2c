package org.fxd.history.core.key;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.FxdException.Category;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.signature.KeyRing;
import org.fxd.history.api.signature.Keys;
import org.fxd.history.api.signature.KnownKey;
import org.fxd.history.api.signature.Signature;
import org.fxd.history.api.signature.Signer;
import org.fxd.history.api.signature.Verdict;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Keys in files. They are read each time, so what someone puts there or removes counts at once. */
@Component(service = {Keys.class, KeyRing.class})
public final class FileKeys implements Keys, KeyRing {
  /** The framework property that names the folder; else it is in the user's configuration. */
  static final String FOLDER = "fxd.keys";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_@][A-Za-z0-9_@.-]{0,63}");

  private final KeyFolder own;
  private final KeyFolder trusted;

  /** Called by the container. */
  @Activate
  public FileKeys(BundleContext context) {
    this(folder(context.getProperty(FOLDER)));
  }

  FileKeys(Path folder) {
    this.own = new KeyFolder(folder);
    this.trusted = own.trusted();
  }

  private static Path folder(String property) {
    if (property != null && !property.isBlank()) {
      return Path.of(property);
    }
    String configuration = System.getenv("XDG_CONFIG_HOME");
    Path home =
        configuration != null && Path.of(configuration).isAbsolute()
            ? Path.of(configuration)
            : Path.of(System.getProperty("user.home"), ".config");
    return home.resolve("fxd").resolve("keys");
  }

  @Override
  public List<KnownKey> list() {
    List<KnownKey> keys = new ArrayList<>();
    for (String name : own.names()) {
      keys.add(known(own, name, KnownKey.Kind.OWN));
    }
    for (String name : trusted.names()) {
      keys.add(known(trusted, name, KnownKey.Kind.TRUSTED));
    }
    return keys;
  }

  @Override
  public KnownKey create(String name) {
    check(name);
    own.names(); // Refuses where others may write.
    KeyPair pair = Ed25519.create();
    own.putPrivate(
        name,
        Pem.write(Pem.PRIVATE, pair.getPrivate().getEncoded()),
        Pem.write(Pem.PUBLIC, pair.getPublic().getEncoded()));
    return known(own, name, KnownKey.Kind.OWN);
  }

  @Override
  public KnownKey trust(String name, String publicKey) {
    check(name);
    PublicKey key =
        Pem.read(Pem.PUBLIC, publicKey)
            .flatMap(Ed25519::publicKey)
            .orElseThrow(
                () ->
                    new UsageException(
                        "This is no public Ed25519 key.",
                        "It begins with -----BEGIN PUBLIC KEY-----, as fxd:key list --json has"
                            + " it."));
    trusted.names();
    trusted.putPublic(name, Pem.write(Pem.PUBLIC, key.getEncoded()));
    return known(trusted, name, KnownKey.Kind.TRUSTED);
  }

  @Override
  public Optional<Signer> signer(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    own.names();
    return own.privateKey(name)
        .map(
            text -> {
              PrivateKey key =
                  Pem.read(Pem.PRIVATE, text)
                      .flatMap(Ed25519::privateKey)
                      .orElseThrow(() -> broken(own, name));
              PublicKey publicKey = publicKey(own, name);
              return message -> sign(name, key, publicKey, message);
            });
  }

  private Signature sign(String name, PrivateKey key, PublicKey publicKey, byte[] message) {
    byte[] bytes = Ed25519.sign(key, message);
    // Nobody could tell a signature by a key whose public half is another's from a forged one.
    if (!Ed25519.verify(publicKey, message, bytes)) {
      throw broken(own, name);
    }
    return new Signature(Ed25519.NAME, Ed25519.fingerprint(publicKey), bytes);
  }

  @Override
  public Verdict verify(byte[] message, Signature signature) {
    if (!signature.algorithm().equals(Ed25519.NAME)) {
      return Verdict.unknownKey(signature.key());
    }
    for (KeyFolder folder : List.of(own, trusted)) {
      for (String name : folder.names()) {
        PublicKey key = publicKey(folder, name);
        if (Ed25519.fingerprint(key).equals(signature.key())) {
          return Ed25519.verify(key, message, signature.bytes())
              ? Verdict.good(signature.key(), name)
              : Verdict.bad(signature.key(), name);
        }
      }
    }
    return Verdict.unknownKey(signature.key());
  }

  private static KnownKey known(KeyFolder folder, String name, KnownKey.Kind kind) {
    PublicKey key = publicKey(folder, name);
    return new KnownKey(
        name, Ed25519.fingerprint(key), kind, Pem.write(Pem.PUBLIC, key.getEncoded()));
  }

  private static PublicKey publicKey(KeyFolder folder, String name) {
    return folder
        .publicKey(name)
        .flatMap(text -> Pem.read(Pem.PUBLIC, text))
        .flatMap(Ed25519::publicKey)
        .orElseThrow(() -> broken(folder, name));
  }

  private static FxdException broken(KeyFolder folder, String name) {
    return new FxdException(
        Category.FAILED,
        "The key '" + name + "' in " + folder + " is no pair of Ed25519 keys.",
        "Take its files from a copy, or move them away and make another key: fxd:key create NAME",
        null);
  }

  private static void check(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new UsageException(
          "'" + name + "' cannot name a key.",
          "Use up to 64 letters, digits, '_', '@', '.' and '-', such as ada@example.org.");
    }
  }
}
