package org.fxd.graph.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.fxd.graph.api.error.UsageException;

/** The text form of {@link NodePath}: reads one, writes a name. */
final class PathText {
  private final String text;
  private int at;

  PathText(String text) {
    this.text = text;
  }

  List<NodePath.Step> steps() {
    List<NodePath.Step> steps = new ArrayList<>();
    while (true) {
      steps.add(step());
      if (at == text.length()) {
        return steps;
      }
      expect('.');
    }
  }

  private NodePath.Step step() {
    int start = at;
    Name name = at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    if (name.length() == 0 && at == start) {
      throw error("a name is missing; an empty name is written \"\"");
    }
    int ordinal = 1;
    if (at < text.length() && text.charAt(at) == '~') {
      at++;
      ordinal = ordinal();
    }
    return new NodePath.Step(name, ordinal);
  }

  private int ordinal() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(from, at);
    if (digits.isEmpty() || digits.length() > 9 || Integer.parseInt(digits) < 1) {
      at = from;
      throw error("behind ~ stands a number from 1; a tilde in a name is written \\~");
    }
    return Integer.parseInt(digits);
  }

  private Name plain() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (at < text.length() && ".~\"".indexOf(text.charAt(at)) < 0) {
      character(bytes);
    }
    return name(bytes);
  }

  private Name quoted() {
    int opening = at++;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (at < text.length() && text.charAt(at) != '"') {
      character(bytes);
    }
    if (at == text.length()) {
      at = opening;
      throw error("this quote is not closed");
    }
    at++;
    return name(bytes);
  }

  private void character(ByteArrayOutputStream bytes) {
    int point = text.codePointAt(at);
    if (point == '\\') {
      at++;
      if (at == text.length()) {
        throw error("there is nothing behind the backslash");
      }
      if (text.charAt(at) == 'x') {
        bytes.write(hexadecimal());
        return;
      }
      point = text.codePointAt(at);
    }
    if (Character.isISOControl(point)) {
      throw error("a control character is written \\x and two hexadecimal digits");
    }
    if (Character.charCount(point) == 1 && Character.isSurrogate((char) point)) {
      throw error("this is half a character");
    }
    bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
    at += Character.charCount(point);
  }

  private int hexadecimal() {
    if (at + 2 >= text.length()
        || !HexFormat.isHexDigit(text.charAt(at + 1))
        || !HexFormat.isHexDigit(text.charAt(at + 2))) {
      throw error("behind \\x stand two hexadecimal digits");
    }
    int value = HexFormat.fromHexDigits(text, at + 1, at + 3);
    at += 3;
    return value;
  }

  private Name name(ByteArrayOutputStream bytes) {
    if (bytes.size() > Name.MAX_LENGTH) {
      throw error("a name has at most " + Name.MAX_LENGTH + " bytes, not " + bytes.size());
    }
    return Name.ofBytes(bytes.toByteArray());
  }

  private void expect(char wanted) {
    if (text.charAt(at) != wanted) {
      throw error("between two names stands a dot");
    }
    at++;
  }

  private UsageException error(String what) {
    return new UsageException(
        "Not a path: " + what + " (column " + (at + 1) + " of '" + text + "').",
        "A path is names with dots between; a name with a dot is quoted: code.\"Main.java\".");
  }

  /** A name as it stands in a path. */
  static String write(Name name) {
    if (!name.isText()) {
      return bytes(name.bytes());
    }
    String text = name.toString();
    boolean quote = text.isEmpty();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quote |= c == '.' || c == '~' || c == '"' || c == '\\' || Character.isWhitespace(c);
      if (Character.isISOControl(c)) {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          out.append("\\x").append(HexFormat.of().toHexDigits(b));
        }
      } else {
        out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quote ? "\"" + out + "\"" : out.toString();
  }

  private static String bytes(byte[] bytes) {
    StringBuilder out = new StringBuilder();
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      boolean plain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
      out.append(plain || c == '_' ? "" : "\\x");
      out.append(plain || c == '_' ? String.valueOf(c) : HexFormat.of().toHexDigits(b));
    }
    return out.toString();
  }
}
