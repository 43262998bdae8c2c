package org.fxd.shell.api.remote;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Collects the bytes of one frame. */
final class FrameWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

  FrameWriter octet(int value) {
    out.write(value);
    return this;
  }

  FrameWriter flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  FrameWriter number(int value) {
    return octet(value >>> 24).octet(value >>> 16).octet(value >>> 8).octet(value);
  }

  FrameWriter bytes(byte[] bytes) {
    number(bytes.length);
    out.write(bytes, 0, bytes.length);
    return this;
  }

  FrameWriter text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  FrameWriter optional(Optional<String> text) {
    return text.isPresent() ? flag(true).text(text.get()) : flag(false);
  }

  /** A path as a URI: that keeps the bytes of names that are no text. */
  FrameWriter path(Path path) {
    return text(path.toUri().toASCIIString());
  }

  /** All of it. */
  byte[] toBytes() throws ProtocolException {
    if (out.size() > Frame.MAX_BYTES) {
      throw new ProtocolException(
          "It is too long to be sent: " + out.size() + " bytes, at most " + Frame.MAX_BYTES);
    }
    return out.toByteArray();
  }
}
