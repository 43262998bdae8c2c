package org.fxd.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fxd.graph.api.error.NotFoundException;
import org.fxd.graph.api.error.UsageException;
import org.fxd.plugin.api.command.CommandContext;

/** The message of a commit, given as such, in a file or as input. */
final class MessageGiven {
  private static final int MOST = 1_000_000;
  private static final String INPUT = "-";

  private final CommandContext context;

  MessageGiven(CommandContext context) {
    this.context = context;
  }

  /** The message, if one is given. */
  Optional<String> text() throws IOException {
    Optional<String> message = context.option("--message");
    Optional<String> file = context.option("--file");
    if (message.isPresent() && file.isPresent()) {
      throw new UsageException(
          "--message and --file do not go together", "the message comes from one of them");
    }
    return file.isPresent() ? Optional.of(read(file.get())) : message;
  }

  private String read(String typed) throws IOException {
    if (typed.equals(INPUT)) {
      return decoded("The input", context.input().readNBytes(MOST + 1));
    }
    Path path = context.path(typed);
    if (!Files.exists(path)) {
      throw new NotFoundException(
          "There is no file " + path, "relative names are taken against " + context.directory());
    }
    if (Files.isDirectory(path)) {
      throw new UsageException(path + " is a folder", "--file takes a file with the message");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return decoded(path.toString(), in.readNBytes(MOST + 1));
    }
  }

  /** Without what editors leave at the end, and with line ends as history keeps them. */
  private static String decoded(String source, byte[] bytes) {
    if (bytes.length > MOST) {
      throw new UsageException(
          source + " has more than " + MOST + " bytes, and is hardly a message",
          "put the text into a file of the project, and say what it is about");
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .replace("\r\n", "\n")
          .stripTrailing();
    } catch (CharacterCodingException e) {
      throw new UsageException(source + " is not UTF-8", "save the message as UTF-8", e);
    }
  }
}
