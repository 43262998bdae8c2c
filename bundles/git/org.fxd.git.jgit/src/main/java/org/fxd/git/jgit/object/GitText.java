package org.fxd.git.jgit.object;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fxd.graph.api.error.FxdException;

/**
 * The texts of commits and tags in the encoding that the header {@code encoding} names.
 *
 * <p>Only encodings that every Java reads alike are known, so that two machines make the same of a
 * commit; a text in another one is taken as UTF-8 if it is that, else byte by byte.
 */
final class GitText {
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("usascii", "US-ASCII"),
          Map.entry("ascii", "US-ASCII"),
          Map.entry("latin1", "ISO-8859-1"),
          Map.entry("iso88591", "ISO-8859-1"),
          Map.entry("iso88592", "ISO-8859-2"),
          Map.entry("latin2", "ISO-8859-2"),
          Map.entry("iso88595", "ISO-8859-5"),
          Map.entry("iso88597", "ISO-8859-7"),
          Map.entry("iso88599", "ISO-8859-9"),
          Map.entry("iso885915", "ISO-8859-15"),
          Map.entry("latin9", "ISO-8859-15"),
          Map.entry("koi8r", "KOI8-R"),
          Map.entry("windows1250", "windows-1250"),
          Map.entry("cp1250", "windows-1250"),
          Map.entry("windows1251", "windows-1251"),
          Map.entry("cp1251", "windows-1251"),
          Map.entry("windows1252", "windows-1252"),
          Map.entry("cp1252", "windows-1252"),
          Map.entry("eucjp", "EUC-JP"),
          Map.entry("shiftjis", "Shift_JIS"),
          Map.entry("sjis", "Shift_JIS"),
          Map.entry("iso2022jp", "ISO-2022-JP"),
          Map.entry("euckr", "EUC-KR"),
          Map.entry("gbk", "GBK"),
          Map.entry("cp936", "GBK"),
          Map.entry("gb2312", "GB2312"),
          Map.entry("big5", "Big5"));

  private GitText() {}

  /**
   * The encoding of a name; empty if it is not known here.
   *
   * @throws FxdException if this Java leaves out one that it should have
   */
  static Optional<Charset> charset(String name) {
    String known = KNOWN.get(name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""));
    if (known == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(known));
    } catch (UnsupportedCharsetException e) {
      // Taking it otherwise would give other commits here than on every other machine.
      throw new FxdException(
          FxdException.Category.FAILED,
          "This Java cannot read texts in " + known + ", which a Git commit is written in.",
          "Run FXD with a Java that has the module jdk.charsets.",
          e);
    }
  }

  /** A text, whatever the bytes are; writing it in the same encoding may give others. */
  static String decode(byte[] bytes, Charset charset) {
    return strictly(bytes, charset)
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The bytes of a text; empty if the encoding does not have all of it. */
  static Optional<byte[]> encode(String text, Charset charset) {
    try {
      ByteBuffer buffer = charset.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return Optional.of(bytes);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
