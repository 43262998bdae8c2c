package org.fxd.shell.api.remote;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Takes the bytes of one frame apart, trusting none of them. */
final class FrameReader {
  private final ByteBuffer in;

  FrameReader(byte[] bytes) {
    in = ByteBuffer.wrap(bytes);
  }

  int octet() throws ProtocolException {
    try {
      return in.get() & 0xff;
    } catch (BufferUnderflowException e) {
      throw cut();
    }
  }

  boolean flag() throws ProtocolException {
    int value = octet();
    if (value > 1) {
      throw new ProtocolException("Neither yes nor no, but " + value);
    }
    return value == 1;
  }

  int number() throws ProtocolException {
    try {
      return in.getInt();
    } catch (BufferUnderflowException e) {
      throw cut();
    }
  }

  /** The number of a stream. */
  int stream() throws ProtocolException {
    int stream = octet();
    if (stream > 1) {
      throw new ProtocolException("There is no stream " + stream);
    }
    return stream;
  }

  /** The one of these values that has the code which comes next. */
  <E> E oneOf(E[] values, ToIntFunction<E> code) throws ProtocolException {
    int wanted = octet();
    for (E value : values) {
      if (code.applyAsInt(value) == wanted) {
        return value;
      }
    }
    throw new ProtocolException("There is no choice " + wanted);
  }

  byte[] bytes(int most) throws ProtocolException {
    int length = number();
    if (length < 0 || length > most || length > in.remaining()) {
      throw cut();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  String text() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(bytes(Frame.MAX_BYTES));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ProtocolException("What should be text is none");
    }
  }

  Optional<String> optional() throws IOException {
    return flag() ? Optional.of(text()) : Optional.empty();
  }

  /** An absolute path of the default file system. */
  Path path() throws IOException {
    String text = text();
    try {
      URI uri = URI.create(text);
      if ("file".equals(uri.getScheme())) {
        return Path.of(uri);
      }
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw new ProtocolException("What should be a path is none: " + e.getMessage());
    }
    throw new ProtocolException("What should be a path is none");
  }

  /** Passes over the rest. */
  void skip() {
    in.position(in.limit());
  }

  /** Nothing may be left. */
  void end() throws ProtocolException {
    if (in.hasRemaining()) {
      throw new ProtocolException("There is more in it than there should be");
    }
  }

  private static ProtocolException cut() {
    return new ProtocolException("There is less in it than there should be");
  }
}
