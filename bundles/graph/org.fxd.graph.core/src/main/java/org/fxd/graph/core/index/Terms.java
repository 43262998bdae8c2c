package org.fxd.graph.core.index;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What can be asked of a node, as numbers of 48 bits. Two questions with one number cost a look and
 * no more.
 */
final class Terms {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?");

  /** Texts longer than this are no numbers. */
  static final int LONGEST_NUMBER = 1000;

  private Terms() {}

  /** It is of a kind or a type. */
  static long type(String name) {
    return hash('t', name, "");
  }

  /** It has an attribute of its own. */
  static long has(String key) {
    return hash('h', key, "");
  }

  /** An attribute of its own has a value. */
  static long equal(String key, String value) {
    return hash('e', key, canonical(value));
  }

  /** Its metadatum {@code can} holds a word. */
  static long can(String word) {
    return hash('c', canonical(word), "");
  }

  /** Texts that write one number have one form. */
  static String canonical(String text) {
    if (text.isEmpty()
        || text.length() > LONGEST_NUMBER
        || text.charAt(0) > '9'
        || !NUMBER.matcher(text).matches()) {
      return text;
    }
    BigDecimal number = new BigDecimal(text);
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }

  /** FNV-1a over the characters, then the last steps of MurmurHash3. */
  private static long hash(char sort, String key, String value) {
    long hash = (0xcbf29ce484222325L ^ sort) * 0x100000001b3L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ 0x10000) * 0x100000001b3L;
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return (hash ^ hash >>> 33) >>> 16;
  }
}
