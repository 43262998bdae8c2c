package org.fxd.shell.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fxd.graph.api.Kind;
import org.fxd.graph.api.Node;
import org.fxd.plugin.api.command.CommandContext;
import org.fxd.source.api.Sources;

/** Answers with the bytes of a file or a snippet: as they are, or within JSON. */
public final class Bytes {
  private Bytes() {}

  /** The bytes; of a symbolic link or a gitlink, its target. */
  public static byte[] of(Sources sources, Node node) {
    return node.kind().equals(Kind.SYMLINK) || node.kind().equals(Kind.GITLINK)
        ? target(node)
        : sources.render(node);
  }

  public static void answer(CommandContext context, Sources sources, String path, Node node)
      throws IOException {
    if (context.isJson()) {
      byte[] bytes = of(sources, node);
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("path", path);
      data.put("size", bytes.length);
      try {
        data.put(
            "text", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException e) {
        data.put("base64", Base64.getEncoder().encodeToString(bytes));
      }
      context.answer(data, printer -> {});
    } else if (node.kind().equals(Kind.SYMLINK) || node.kind().equals(Kind.GITLINK)) {
      context.bytes().write(target(node));
    } else {
      sources.render(node, context.bytes());
    }
  }

  private static byte[] target(Node node) {
    return node.value() instanceof org.fxd.graph.api.Value.Bytes bytes
        ? bytes.bytes()
        : node.value().toString().getBytes(StandardCharsets.UTF_8);
  }
}
