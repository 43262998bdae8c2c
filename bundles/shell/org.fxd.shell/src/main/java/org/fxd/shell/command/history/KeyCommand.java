package org.fxd.shell.command.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fxd.graph.api.error.FxdException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.history.api.signature.KeyRing;
import org.fxd.history.api.signature.KnownKey;
import org.fxd.plugin.api.command.Command;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.plugin.api.command.CommandSpec;
import org.fxd.plugin.api.command.CommandSpec.Completion;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code fxd:key}: the keys that commits are signed with, and those that are trusted. */
@Component(property = Command.NAME + "=fxd:key")
public final class KeyCommand implements Command {
  private static final long LARGEST = 64 * 1024;

  private final CommandSpec spec =
      CommandSpec.named("fxd:key", "Makes, lists and trusts keys that commits are signed with")
          .description(
              """
              create NAME makes a key of your own, for fxd:commit --sign NAME. list shows all keys, and
              with --json the public half of each, which you give to others. trust NAME FILE takes in
              the public half of somebody else's, so that their signatures are told to be good.
              Keys are Ed25519. They are in your configuration folder, in fxd/keys; nobody else may be
              able to read a private one, or to write there.""")
          .optional("ACTION", "create, list or trust; list if not given", Completion.NONE)
          .optional("NAME", "what the key's owner is called here", Completion.NONE)
          .optional("FILE", "the file with the public half", Completion.FILE)
          .changes()
          .example("fxd:key", "lists the keys that there are")
          .example("fxd:key list --json", "lists them with their public halves")
          .example("fxd:key create ada", "makes a key of your own")
          .example("fxd:key trust bob bob.pub", "trusts somebody else's")
          .build();

  private final KeyRing keys;

  /** Works on the given keys. */
  @Activate
  public KeyCommand(@Reference KeyRing keys) {
    this.keys = keys;
  }

  @Override
  public CommandSpec spec() {
    return spec;
  }

  @Override
  public void run(CommandContext context) {
    String action = context.parameter("ACTION").orElse("list");
    switch (action) {
      case "list" -> list(context);
      case "create" -> answer(context, "created", keys.create(name(context, action)));
      case "trust" -> {
        String name = name(context, action);
        Path file =
            context
                .parameter("FILE")
                .map(context::path)
                .orElseThrow(
                    () ->
                        new UsageException(
                            "fxd:key trust needs FILE: where the public half of the key is",
                            "such as fxd:key trust bob bob.pub"));
        answer(context, "trusted", keys.trust(name, read(file)));
      }
      default ->
          throw new UsageException(
              "fxd:key does not know '" + action + "'", "it can create, list and trust");
    }
  }

  private static String name(CommandContext context, String action) {
    return context
        .parameter("NAME")
        .orElseThrow(
            () ->
                new UsageException(
                    "fxd:key " + action + " needs NAME: what the key's owner is called here",
                    "such as fxd:key " + action + " ada"));
  }

  private static String read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new UsageException(file + " is too large for a key");
      }
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new FxdException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private void list(CommandContext context) {
    List<KnownKey> all = keys.list();
    context.answer(
        all.stream().map(KeyCommand::data).toList(),
        printer -> {
          if (all.isEmpty()) {
            printer.line("no keys yet; fxd:key create NAME makes one");
            return;
          }
          printer.table(
              List.of("NAME", "KIND", "FINGERPRINT"),
              all.stream().map(key -> List.of(key.name(), kind(key), key.fingerprint())).toList());
        });
  }

  private static void answer(CommandContext context, String what, KnownKey key) {
    context.answer(
        data(key),
        printer -> printer.line(what + " the key " + key.name() + "  " + key.fingerprint()));
  }

  private static Map<String, Object> data(KnownKey key) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("name", key.name());
    data.put("kind", kind(key));
    data.put("fingerprint", key.fingerprint());
    data.put("publicKey", key.publicKey());
    return data;
  }

  private static String kind(KnownKey key) {
    return key.kind().name().toLowerCase(Locale.ROOT);
  }
}
